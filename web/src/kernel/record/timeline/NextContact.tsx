import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { Field } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { todayHere, wallTime } from "~/kernel/text/dates";
import { recordWords } from "../messages";
import { contactValue, soonDays } from "./nextContact";
import "./next-contact.css";

interface Props {
  field: Field;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** When to speak again: the usual days in one click, any other from the calendar. */
export function NextContact({ field, value, onChange }: Props) {
  const say = useSay(recordWords);
  const [picking, setPicking] = useState(false);
  const today = todayHere();
  const usual = soonDays(today).map(({ soon, day }) => ({ soon, at: contactValue(field, day) }));
  const other = value !== null && usual.every(({ at }) => at !== value);
  const shown = value && (field.kind === "date" ? value : wallTime(value).slice(0, 10));
  return (
    <fieldset className="next-contact">
      <legend>{field.label}</legend>
      {usual.map(({ soon, at }) => (
        <button
          key={soon}
          type="button"
          className="chip"
          aria-pressed={value === at}
          onClick={() => onChange(value === at ? null : at)}
        >
          {say(soon)}
        </button>
      ))}
      {picking || other ? (
        <DatePicker
          autoFocus={picking && !other}
          defaultOpen={picking && !other}
          aria-label={say("pickDay")}
          value={shown ? dayjs(shown) : null}
          disabledDate={day => day.isBefore(today, "day")}
          onChange={day => {
            setPicking(false);
            onChange(day ? contactValue(field, day.format("YYYY-MM-DD")) : null);
          }}
        />
      ) : (
        <button type="button" className="chip" onClick={() => setPicking(true)}>
          {say("pickDay")}
        </button>
      )}
    </fieldset>
  );
}
