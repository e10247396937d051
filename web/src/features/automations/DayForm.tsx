import { InputNumber, Select } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { designerWords } from "./messages";
import { TimeInput } from "./SpanForm";

interface Day {
  field: string | null;
  days: number;
  at: string | null;
}

/** A day that stands in the record, or so many days before or after it. */
export function DayForm({
  object,
  day,
  onChange,
}: {
  object: BusinessObject;
  day: Day;
  onChange: (part: Partial<Day>) => void;
}) {
  const say = useSay(designerWords);
  const before = day.days < 0;
  return (
    <>
      <FormRow id="day-field" label={say("field")} required>
        <Select
          id="day-field"
          value={day.field}
          options={object.fields
            .filter(field => field.kind === "date" || field.kind === "dateTime")
            .map(field => ({ value: field.name, label: field.label }))}
          onChange={field => onChange({ field })}
        />
      </FormRow>
      <FormRow id="day-days" label={say("days")}>
        <span className="automation-row">
          <Select
            aria-label={say("days")}
            value={before ? "before" : "after"}
            options={[
              { value: "before", label: say("before") },
              { value: "after", label: say("after") },
            ]}
            onChange={way => {
              const days = Math.abs(day.days) || 1;
              onChange({ days: way === "before" ? -days : days });
            }}
          />
          <InputNumber
            id="day-days"
            min={0}
            max={366}
            precision={0}
            suffix={say("onDay")}
            value={Math.abs(day.days)}
            onChange={days => onChange({ days: before ? -(days ?? 0) : (days ?? 0) })}
          />
        </span>
      </FormRow>
      <FormRow id="day-at" label={say("at")}>
        <TimeInput id="day-at" value={day.at} onChange={at => onChange({ at })} />
      </FormRow>
    </>
  );
}
