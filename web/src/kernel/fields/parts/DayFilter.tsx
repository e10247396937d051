import { InputNumber, Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import type { FilterProps } from "../kind";
import { fieldWords } from "../messages";
import { valueKind } from "../valueKind";
import { DayInput, MomentInput } from "./DayInput";
import { Range } from "./Range";

/** A day or moment, two of them, or a period such as `this month`. */
export function DayFilter(props: FilterProps) {
  const { field, object, id, operator, value, onChange } = props;
  if (operator === "during") return <PeriodFilter {...props} />;
  const Input = valueKind(field) === "dateTime" ? MomentInput : DayInput;
  const plain = { ...field, required: false };
  if (operator === "between") {
    return (
      <Range
        id={id}
        value={value}
        onChange={onChange}
        one={(end, endValue, set) => (
          <Input field={plain} object={object} id={end} value={textOrNull(endValue)} onChange={set} />
        )}
      />
    );
  }
  return <Input field={plain} object={object} id={id} value={textOrNull(value)} onChange={onChange} />;
}

const PERIODS = [
  "today",
  "yesterday",
  "thisWeek",
  "lastWeek",
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "thisYear",
  "thisFiscalQuarter",
  "lastFiscalQuarter",
  "thisFiscalYear",
  "lastFiscalYear",
] as const;

type Rolling = { last: number; unit: "day" } | { next: number; unit: "day" };

function PeriodFilter({ id, value, onChange }: FilterProps) {
  const say = useSay(fieldWords);
  const rolling = typeof value === "object" && value !== null ? (value as Rolling) : null;
  const direction = rolling ? ("last" in rolling ? "last" : "next") : null;
  const count = rolling ? ("last" in rolling ? rolling.last : rolling.next) : 7;
  return (
    <span style={{ display: "flex", gap: 4 }}>
      <Select
        id={id}
        value={direction ?? (typeof value === "string" ? value : undefined)}
        popupMatchSelectWidth={false}
        style={{ flex: 1, minWidth: 112 }}
        options={[
          ...PERIODS.map(period => ({ value: period as string, label: say(period) })),
          { value: "last", label: say("lastDays") },
          { value: "next", label: say("nextDays") },
        ]}
        onChange={(next: string) =>
          onChange(next === "last" || next === "next" ? { [next]: count, unit: "day" } : next)
        }
      />
      {direction && (
        <InputNumber
          aria-label={say("days")}
          min={1}
          max={3650}
          value={count}
          suffix={say("days")}
          style={{ width: 104 }}
          onChange={days => onChange({ [direction]: days ?? 1, unit: "day" })}
        />
      )}
    </span>
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
