import { DatePicker, InputNumber, Select, Space } from "antd";
import dayjs from "dayjs";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { todayHere } from "~/kernel/text/dates";
import { fieldWords, unitWords } from "../messages";
import { type Days, isDays, isRolling, periodText, type Rolling } from "./periods";

const UNITS = Object.keys(unitWords) as (keyof typeof unitWords)[];

const PERIODS = [
  "today",
  "yesterday",
  "thisWeek",
  "lastWeek",
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "lastQuarter",
  "thisYear",
  "lastYear",
  "thisFiscalQuarter",
  "lastFiscalQuarter",
  "thisFiscalYear",
  "lastFiscalYear",
  "nextWeek",
  "nextMonth",
  "nextQuarter",
] as const;

/** What is chosen of a period: one by name, a rolling one, days, or another that is only shown. */
function choiceOf(period: unknown): string | undefined {
  if (typeof period === "string" || period === null || period === undefined) return period ?? undefined;
  if (isRolling(period)) return "last" in period ? "last" : "next";
  return isDays(period) ? "days" : "other";
}

interface Props {
  id?: string;
  label?: string;
  value: unknown;
  onChange: (period: string | Rolling | Days) => void;
}

/** A period of the filter language: by name, so many units, or from one day until another. */
export function PeriodInput({ id, label, value, onChange }: Props) {
  const say = useSay(fieldWords);
  const sayUnit = useSay(unitWords);
  const language = useLanguage();
  const rolling = isRolling(value) ? value : null;
  const days = isDays(value) ? value : null;
  const choice = choiceOf(value);
  const count = rolling ? ("last" in rolling ? rolling.last : rolling.next) : 7;
  const unit = rolling?.unit ?? "day";
  const named = PERIODS.map(period => ({ value: period as string, label: say(period) }));
  const unlisted = choice && (choice === "other" || !isListed(choice));
  const roll = (way: string, many: number, of: string) =>
    onChange(way === "next" ? { next: many, unit: of } : { last: many, unit: of });
  function choose(next: string) {
    if (next === "last" || next === "next") roll(next, count, unit);
    else if (next === "days") onChange({ from: todayHere(), until: todayHere() });
    else if (next !== "other") onChange(next);
  }
  return (
    <span style={{ display: "flex", flexWrap: "wrap", gap: 4 }}>
      <Select
        id={id}
        aria-label={label}
        value={choice}
        listHeight={360}
        popupMatchSelectWidth={false}
        style={{ flex: 1, minWidth: 112 }}
        options={[
          ...(unlisted ? [{ value: choice, label: periodText(value, language) }] : []),
          ...named,
          { value: "last", label: say("lastDays") },
          { value: "next", label: say("nextDays") },
          { value: "days", label: say("chosenDays") },
        ]}
        onChange={choose}
      />
      {rolling && (
        <Space.Compact>
          <InputNumber
            aria-label={say("howMany")}
            min={1}
            max={3650}
            value={count}
            style={{ width: 72 }}
            onChange={next => roll(choice ?? "last", next ?? 1, unit)}
          />
          <Select
            aria-label={say("unit")}
            value={unit}
            popupMatchSelectWidth={false}
            options={UNITS.map(each => ({ value: each as string, label: sayUnit(each) }))}
            onChange={next => roll(choice ?? "last", count, next)}
          />
        </Space.Compact>
      )}
      {days && (
        <DatePicker.RangePicker
          allowClear={false}
          aria-label={say("chosenDays")}
          value={[dayjs(days.from), dayjs(days.until)]}
          onChange={both => {
            const [from, until] = both ?? [];
            if (from && until)
              onChange({ from: from.format("YYYY-MM-DD"), until: until.format("YYYY-MM-DD") });
          }}
        />
      )}
    </span>
  );
}

const LISTED: readonly string[] = [...PERIODS, "last", "next", "days"];
const isListed = (choice: string) => LISTED.includes(choice);
