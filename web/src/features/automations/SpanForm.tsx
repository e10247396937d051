import { Input, InputNumber, Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { designerWords } from "./messages";
import type { Span } from "./plan";

/** How long something waits. */
export function SpanForm({
  label,
  span,
  onChange,
}: {
  label: string;
  span: Span;
  onChange: (span: Span) => void;
}) {
  const say = useSay(designerWords);
  const days = span.unit === "day" || span.unit === "workday";
  return (
    <>
      <FormRow id="span-count" label={label} required>
        <span className="automation-row">
          <InputNumber
            id="span-count"
            min={1}
            precision={0}
            value={span.count}
            onChange={count => onChange({ ...span, count: count ?? 1 })}
          />
          <Select
            aria-label={label}
            value={span.unit}
            options={(["minute", "hour", "day", "workday"] as const).map(unit => ({
              value: unit,
              label: say(unit === "day" ? "dayUnit" : unit),
            }))}
            onChange={unit =>
              onChange({ ...span, unit, at: unit === "day" || unit === "workday" ? span.at : null })
            }
          />
        </span>
      </FormRow>
      {days && (
        <FormRow id="span-at" label={say("atTime")}>
          <TimeInput id="span-at" value={span.at} onChange={at => onChange({ ...span, at })} />
        </FormRow>
      )}
    </>
  );
}

/** A time of day. */
export function TimeInput({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <Input
      id={id}
      type="time"
      className="automation-time"
      value={value ?? ""}
      onChange={event => onChange(event.target.value || null)}
    />
  );
}
