import type { CellProps } from "../kind";

export function EmailCell({ value }: CellProps<string>) {
  return (
    <a href={`mailto:${encodeURI(value)}`} title={value}>
      {value}
    </a>
  );
}
