import dayjs, { type Dayjs } from "dayjs";
import { instantOf, wallTime } from "~/kernel/text/dates";
import type { InputProps } from "../kind";
import { labelInCell } from "./DecimalInput";
import { Picker } from "./Picker";

const FORMAT = { day: "YYYY-MM-DD", moment: "YYYY-MM-DD HH:mm" };

export function DayInput(props: InputProps<string>) {
  return <CalendarInput {...props} precision="day" />;
}

export function MomentInput(props: InputProps<string>) {
  return <CalendarInput {...props} precision="moment" />;
}

function CalendarInput({
  precision,
  field,
  id,
  value,
  onChange,
  ...rest
}: InputProps<string> & { precision: "day" | "moment" }) {
  const shown = value && (precision === "moment" ? wallTime(value) : value);
  return (
    <Picker
      id={id}
      value={shown ? dayjs(shown) : null}
      format={FORMAT[precision]}
      showTime={
        precision === "moment"
          ? { format: "HH:mm", minuteStep: 5, defaultOpenValue: dayjs().hour(9).minute(0) }
          : false
      }
      needConfirm={false}
      preserveInvalidOnBlur={false}
      variant={rest.inCell ? "borderless" : undefined}
      autoFocus={rest.autoFocus}
      status={rest.invalid ? "error" : undefined}
      aria-describedby={rest.describedBy}
      aria-required={field.required}
      aria-label={labelInCell(field, rest.inCell)}
      placeholder=""
      style={{ width: "100%" }}
      onChange={(next: Dayjs | null) => {
        const text = next?.format(FORMAT[precision]) ?? null;
        onChange(text && precision === "moment" ? instantOf(text) : text);
      }}
    />
  );
}
