import type { CellProps } from "../kind";

export function PhoneCell({ value }: CellProps<string>) {
  return (
    <a href={`tel:${value.replace(/[^\d+]/g, "")}`} className="number">
      {value}
    </a>
  );
}
