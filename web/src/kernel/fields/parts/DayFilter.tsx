import type { FilterProps } from "../kind";
import { valueKind } from "../valueKind";
import { DayInput, MomentInput } from "./DayInput";
import { PeriodInput } from "./PeriodInput";
import { Range } from "./Range";

/** A day or moment, two of them, or a period such as `this month`. */
export function DayFilter({ field, object, id, operator, value, onChange }: FilterProps) {
  if (operator === "during") return <PeriodInput id={id} value={value} onChange={onChange} />;
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

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
