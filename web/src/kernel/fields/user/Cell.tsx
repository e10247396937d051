import type { Labelled } from "~/kernel/api/contract";
import type { CellProps } from "../kind";

export function UserCell({ value }: CellProps<Labelled>) {
  return <span title={value.label ?? undefined}>{value.label ?? `#${value.id}`}</span>;
}
