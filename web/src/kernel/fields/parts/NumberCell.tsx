import { groupDigits } from "~/kernel/text/decimals";
import type { CellProps } from "../kind";

/** A number in tabular figures, with its unit. */
export function NumberCell({ field, value }: CellProps<number | string>) {
  return (
    <span className="number">
      {groupDigits(String(value))}
      {field.unit && <span className="quiet"> {field.unit}</span>}
    </span>
  );
}
