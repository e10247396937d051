import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { useId } from "react";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { calendarWords, weekdayWords } from "./messages";
import { nthOf, type Pattern, patternsFor, type Repeat, readRule, weekdayOf, writeRule } from "./repeat";

interface Props {
  /** The day on which it begins. */
  date: string;
  rule: string | null;
  onChange: (rule: string | null) => void;
}

/** How an appointment repeats, in words, and until when. */
export function RepeatEditor({ date, rule, onChange }: Props) {
  const id = useId();
  const say = useSay(calendarWords);
  const text = usePatternText(date, rule);
  const repeat = readRule(rule, date);
  const patterns = patternsFor(date);
  if (!patterns.includes(repeat.pattern)) patterns.push(repeat.pattern);
  const write = (change: Partial<Repeat>) => onChange(writeRule({ ...repeat, ...change }, date, rule));
  const day = dayjs(date).date();
  return (
    <div className="calendar-repeat">
      <FormRow
        id={id}
        label={say("repeatLabel")}
        help={repeat.pattern === "monthly" && day > 28 ? say("month31", { day }) : undefined}
      >
        <Select<Pattern>
          id={id}
          style={{ width: "100%" }}
          value={repeat.pattern}
          options={patterns.map(pattern => ({ value: pattern, label: text(pattern) }))}
          onChange={pattern => write({ pattern })}
        />
      </FormRow>
      {repeat.pattern !== "never" && (
        <FormRow
          id={`${id}-until`}
          label={say("repeatEnd")}
          help={repeat.count ? say("timesMore", { count: repeat.count }) : undefined}
        >
          <DatePicker
            id={`${id}-until`}
            style={{ width: "100%" }}
            placeholder={say("repeatForever")}
            value={repeat.until ? dayjs(repeat.until) : null}
            minDate={dayjs(date)}
            onChange={next => write({ until: next ? next.format("YYYY-MM-DD") : null, count: null })}
          />
        </FormRow>
      )}
    </div>
  );
}

/** What a pattern is called for an appointment that begins on this date. */
export function usePatternText(date: string, rule: string | null): (pattern: Pattern) => string {
  const say = useSay(calendarWords);
  const sayDay = useSay(weekdayWords);
  const day = sayDay(weekdayOf(date));
  return pattern => {
    switch (pattern) {
      case "never":
        return say("repeatNever");
      case "daily":
        return say("repeatDaily");
      case "workdays":
        return say("repeatWorkdays");
      case "weekly":
        return say("repeatWeekly", { day: day.replace("周", "") });
      case "fortnightly":
        return say("repeatFortnightly", { day });
      case "monthly":
        return say("repeatMonthly", { day: dayjs(date).date() });
      case "nth":
        return say("repeatNth", { nth: nthOf(date), day });
      case "last":
        return say("repeatLast");
      case "yearly":
        return say("repeatYearly", { date: date.slice(5) });
      case "other":
        return say("repeatOther", { rule: rule ?? "" });
    }
  };
}
