import type { CellProps } from "../kind";

/** Keeps the line breaks where there is room for them. */
export function LongTextCell({ value }: CellProps<string>) {
  return (
    <span className="long-text" title={value}>
      {value}
    </span>
  );
}
