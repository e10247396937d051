import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Popover, Skeleton } from "antd";
import { useState } from "react";
import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { explainingWords } from "./messages";
import { Opening } from "./Opening";
import { useExplanation } from "./useExplanation";
import "./explaining.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
  field: Field;
}

/** A mark beside a value that nobody wrote: it opens to what the value was made from. */
export function Explained(props: Props) {
  const say = useSay(explainingWords);
  const [open, setOpen] = useState(false);
  if (!props.field.explained) return null;
  const title = say("how", { name: props.field.label });
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title={title}
      content={open && <Story {...props} />}
      destroyOnHidden
    >
      <Button
        type="text"
        size="small"
        className="explained"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={title}
        aria-expanded={open}
      />
    </Popover>
  );
}

function Story({ object, record, field }: Props) {
  const say = useSay(explainingWords);
  const answer = useExplanation(object.name, record.id, field.name);
  if (answer.isPending)
    return <Skeleton active title={false} paragraph={{ rows: 3 }} className="explanation" />;
  if (!answer.data) return <p className="explanation quiet">{say("failed")}</p>;
  const { summary, lines, asOf } = answer.data;
  return (
    <div className="explanation">
      {summary && <p>{summary}</p>}
      <ul>
        {lines.map(line => (
          <li key={`${line.text} ${line.value}`}>
            <Opening records={line.records}>{line.text}</Opening>
            {line.value !== null && <span className="quiet">{line.value}</span>}
            {line.points !== null && (
              <span className="number explanation-points">
                {say("points", { points: signed(line.points) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {asOf && <p className="quiet">{say("asOf", { time: wallTime(asOf) })}</p>}
    </div>
  );
}

function signed(points: string): string {
  return points.startsWith("-") ? `−${points.slice(1)}` : `+${points}`;
}
