import type { Labelled } from "~/kernel/api/contract";
import { usePersonName } from "~/kernel/people/personName";
import type { CellProps } from "../kind";

export function UserCell({ value }: CellProps<Labelled>) {
  const name = usePersonName()(value);
  return <span title={name}>{name}</span>;
}
