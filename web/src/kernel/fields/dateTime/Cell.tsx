import { wallTime } from "~/kernel/text/dates";
import type { CellProps } from "../kind";

export function DateTimeCell({ value }: CellProps<string>) {
  return (
    <time dateTime={value} className="number">
      {wallTime(value)}
    </time>
  );
}
