import type { Labelled } from "~/kernel/api/contract";
import type { CellProps } from "../kind";
import { RecordName } from "../parts/RecordName";

export function ReferenceCell({ field, value }: CellProps<Labelled>) {
  return <RecordName record={{ object: field.targets?.[0] ?? "", ...value }} />;
}
