import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { Explained } from "~/kernel/explaining/Explained";
import { isEmpty } from "~/kernel/fields/kind";
import { useSay } from "~/kernel/i18n/language";
import { Card } from "../Card";
import { Gauge } from "../Gauge";
import { portraitWords } from "../messages";
import type { Contacts } from "../portrait";
import { TrendTag } from "./TrendTag";

interface Props {
  object: BusinessObject;
  record: RecordData;
  contacts: Contacts | null;
}

/** The score of activity and where it is going. */
export function ActivityCard({ object, record, contacts }: Props) {
  const say = useSay(portraitWords);
  const score = fieldOf(object, "activityScore");
  const trend = fieldOf(object, "activityTrend");
  if (!score) return null;
  const value = record[score.name];
  return (
    <Card title={score.label} extra={<Explained object={object} record={record} field={score} />}>
      <div className="portrait-score">
        <strong className="number">{isEmpty(value) ? "–" : String(value)}</strong>
        {trend && !isEmpty(record[trend.name]) && (
          <span className="portrait-beside">
            <TrendTag field={trend} value={String(record[trend.name])} />
            <Explained object={object} record={record} field={trend} />
          </span>
        )}
      </div>
      <Gauge value={Number(value ?? 0)} />
      {contacts && (
        <dl className="portrait-facts">
          <div>
            <dt>{say("recent")}</dt>
            <dd className="number">{say("times", { count: contacts.recent })}</dd>
          </div>
          <div>
            <dt>{say("before")}</dt>
            <dd className="number">{say("times", { count: contacts.before })}</dd>
          </div>
        </dl>
      )}
    </Card>
  );
}
