import { CheckCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { Explained } from "~/kernel/explaining/Explained";
import { Opening } from "~/kernel/explaining/Opening";
import { useExplanation } from "~/kernel/explaining/useExplanation";
import { isEmpty } from "~/kernel/fields/kind";
import { ColorTag, tagColorValue } from "~/ui/ColorTag";
import { Card } from "../Card";
import { Gauge } from "../Gauge";

const ICONS: Record<string, ReactNode> = {
  good: <CheckCircleOutlined aria-hidden />,
  fair: <ExclamationCircleOutlined aria-hidden />,
  risk: <WarningOutlined aria-hidden />,
};

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** How well the customer stands, and what makes it so. */
export function HealthCard({ object, record }: Props) {
  const score = fieldOf(object, "healthScore");
  const level = fieldOf(object, "healthLevel");
  if (!score) return null;
  const value = record[score.name];
  const option = level?.options?.find(each => each.value === record[level.name]);
  return (
    <Card wide title={score.label} extra={<Explained object={object} record={record} field={score} />}>
      <div className="portrait-health">
        <div className="portrait-scored">
          <div className="portrait-score">
            <strong className="number">{isEmpty(value) ? "–" : String(value)}</strong>
            {option && (
              <ColorTag color={option.color}>
                <span className="portrait-trend">
                  {ICONS[option.value]}
                  {option.label}
                </span>
              </ColorTag>
            )}
          </div>
          <Gauge value={Number(value ?? 0)} color={option ? tagColorValue(option.color) : undefined} />
        </div>
        {score.explained && <Factors object={object} record={record} field={score} />}
      </div>
    </Card>
  );
}

/** Line by line what counted, why, and what it gave. */
function Factors({ object, record, field }: Props & { field: Field }) {
  const answer = useExplanation(object.name, record.id, field.name);
  if (answer.isPending) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  return (
    <ul className="portrait-factors">
      {answer.data?.lines.map(line => (
        <li key={line.text}>
          <Opening records={line.records}>{line.text}</Opening>
          <span className="quiet">{line.value}</span>
          <span className="number">{line.points === null ? "–" : line.points}</span>
        </li>
      ))}
    </ul>
  );
}
