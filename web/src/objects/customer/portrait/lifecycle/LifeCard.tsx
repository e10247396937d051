import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { Explained } from "~/kernel/explaining/Explained";
import { useSay } from "~/kernel/i18n/language";
import { daysFromToday, todayHere } from "~/kernel/text/dates";
import { Card } from "../Card";
import { stopsOf } from "./life";
import { lifeWords } from "./messages";
import "./life.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** How far the customer has come: each step with its day and the days it took. */
export function LifeCard({ object, record }: Props) {
  const say = useSay(lifeWords);
  const stage = fieldOf(object, "lifeStage");
  if (!stage) return null;
  const today = todayHere();
  const stops = stopsOf(object, record, today);
  const since = record.stageSince;
  return (
    <Card wide title={stage.label} extra={<Explained object={object} record={record} field={stage} />}>
      <ol className="life">
        {stops.map(stop => (
          <li
            key={stop.key}
            className={stop.day ? (stop.now ? "life-now" : "life-done") : undefined}
            aria-current={stop.now ? "step" : undefined}
          >
            {stop.after !== null && <span className="life-between">{say("days", { days: stop.after })}</span>}
            <strong>{stop.label}</strong>
            <span className="quiet number">{stop.day ?? say("notYet")}</span>
            {stop.now && typeof since === "string" && (
              <span className="life-since">
                {say("sinceThen", { days: Math.max(0, -daysFromToday(since, today)) })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
