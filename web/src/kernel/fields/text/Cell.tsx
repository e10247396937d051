import type { CellProps } from "../kind";

export function TextCell({ value }: CellProps<string>) {
  return <span title={value}>{value}</span>;
}
