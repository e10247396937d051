import dayjs, { type Dayjs } from "dayjs";
import { useSay } from "~/kernel/i18n/language";
import { instantOf, parseDay, parseMoment, todayHere, wallTime } from "~/kernel/text/dates";
import { composing } from "~/ui/useShortcut";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";
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
  const say = useSay(fieldWords);
  // `3-1` may still become `3-15`: what people say is read when they have said it, not at every key.
  function settle(text: string) {
    const typed = precision === "moment" ? parseMoment(text, todayHere()) : parseDay(text, todayHere());
    if (typed && typed !== shown) tell(typed);
    // What is no day goes on as it was typed, so that nothing is lost silently: the server refuses it at the field.
    if (!typed && text.trim()) onChange(text.trim());
  }

  function tell(text: string | null) {
    onChange(text && precision === "moment" ? instantOf(text) : text);
  }

  const unread = value !== null && !/^\d{4}-\d\d-\d\d/.test(value) ? value : null;
  const shown = unread === null && value && (precision === "moment" ? wallTime(value) : value);
  const picker = (
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
      status={rest.invalid || unread !== null ? "error" : undefined}
      aria-describedby={rest.describedBy}
      aria-required={field.required}
      aria-label={labelInCell(field, rest.inCell)}
      placeholder=""
      style={{ width: "100%" }}
      onChange={(next: Dayjs | null) => tell(next?.format(FORMAT[precision]) ?? null)}
      onBlur={event => event.target instanceof HTMLInputElement && settle(event.target.value)}
      onKeyDown={event => {
        if (
          event.key === "Enter" &&
          !composing(event.nativeEvent) &&
          event.target instanceof HTMLInputElement
        ) {
          settle(event.target.value);
        }
      }}
    />
  );
  return (
    <>
      {picker}
      {unread !== null && <span className="form-row-error">{say("notADay", { text: unread })}</span>}
    </>
  );
}
