import type { CellProps } from "../kind";

export function PercentCell({ value }: CellProps<string | number>) {
  return <span className="number">{percentText(value)}</span>;
}

export function percentText(value: string | number): string {
  return `${String(value)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")}%`;
}
