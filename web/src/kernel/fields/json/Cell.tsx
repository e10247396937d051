import type { CellProps } from "../kind";

export function JsonCell({ value }: CellProps<unknown>) {
  const text = JSON.stringify(value);
  return <code title={text}>{text}</code>;
}
