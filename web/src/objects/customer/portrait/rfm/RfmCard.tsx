import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { Explained } from "~/kernel/explaining/Explained";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useSay } from "~/kernel/i18n/language";
import { Card } from "../Card";
import { rfmWords } from "./messages";
import "./rfm.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** Each score stands on one figure. */
const SCORES = [
  ["recencyScore", "lastDealOn"],
  ["frequencyScore", "dealCount"],
  ["monetaryScore", "dealAmount"],
] as const;

/** What the customer is worth: its segment, and the three scores it comes from. */
export function RfmCard({ object, record }: Props) {
  const say = useSay(rfmWords);
  const segment = fieldOf(object, "rfm");
  if (!segment) return null;
  const loyalty = fieldOf(object, "loyalty");
  return (
    <Card title={say("rfm")} extra={<Explained object={object} record={record} field={segment} />}>
      {isEmpty(record[segment.name]) ? (
        <p className="quiet">{say(isEmpty(record.lastDealOn) ? "never" : "unclassed")}</p>
      ) : (
        <p className="rfm-segment">
          <FieldCell field={segment} value={record[segment.name]} record={record} object={object.name} />
          {loyalty && !isEmpty(record[loyalty.name]) && (
            <FieldCell field={loyalty} value={record[loyalty.name]} record={record} object={object.name} />
          )}
        </p>
      )}
      <dl className="rfm-scores">
        {SCORES.map(([score, figure]) => (
          <Score key={score} object={object} record={record} score={score} figure={figure} />
        ))}
      </dl>
    </Card>
  );
}

function Score({ object, record, score, figure }: Props & { score: string; figure: string }) {
  const say = useSay(rfmWords);
  const scoreField = fieldOf(object, score);
  const figureField = fieldOf(object, figure);
  if (!scoreField || !figureField || isEmpty(record[figure])) return null;
  const value = Number(record[score] ?? 0);
  return (
    <div>
      <dt>{figureField.label}</dt>
      <dd>
        <FieldCell field={figureField} value={record[figure]} record={record} object={object.name} />
      </dd>
      <dd className="rfm-score">
        {value > 0 && (
          <>
            <span className="rfm-dots" role="img" aria-label={say("outOf", { score: value })}>
              {[1, 2, 3, 4, 5].map(dot => (
                <span key={dot} className={dot <= value ? "rfm-on" : undefined} />
              ))}
            </span>
            <strong className="number" title={scoreField.label}>
              {scoreField.label.slice(0, 1)}
              {value}
            </strong>
          </>
        )}
        <Explained object={object} record={record} field={value > 0 ? scoreField : figureField} />
      </dd>
    </div>
  );
}
