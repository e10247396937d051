import type { FilterProps } from "../kind";
import { DecimalInput } from "./DecimalInput";
import { Range } from "./Range";

/** A number, a range of numbers, or a list of them. */
export function NumberFilter({ field, id, operator, value, onChange }: FilterProps) {
  const plain = { ...field, required: false };
  if (operator === "between") {
    return (
      <Range
        id={id}
        value={value}
        onChange={onChange}
        one={(end, endValue, set) => (
          <DecimalInput field={plain} id={end} value={textOrNull(endValue)} onChange={set} />
        )}
      />
    );
  }
  return <DecimalInput field={plain} id={id} value={textOrNull(value)} onChange={onChange} />;
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined || Array.isArray(value) ? null : String(value);
}
