import type { CellProps } from "../kind";

export function DateCell({ value }: CellProps<string>) {
  return (
    <time dateTime={value} className="number">
      {value}
    </time>
  );
}
