import type { Field, FieldKindName } from "~/kernel/api/contract";
import { FieldCell } from "~/kernel/fields/FieldCell";

/** Kinds whose values are objects when read; in a sheet they are still the words that were typed. */
const LINKING: FieldKindName[] = [
  "user",
  "department",
  "reference",
  "multiReference",
  "link",
  "address",
  "files",
];

interface Props {
  field: Field | undefined;
  value: unknown;
  /** As it stands in the file, because it could not be understood. */
  plain: boolean;
}

/** A value of a sheet, shown as its field will show it once imported. */
export function RowValue({ field, value, plain }: Props) {
  const typed = typeof value === "string" || typeof value === "number";
  if (field && !(typed && (plain || LINKING.includes(field.kind)))) {
    return <FieldCell field={field} value={value} />;
  }
  return <>{typed ? String(value) : value == null ? null : JSON.stringify(value)}</>;
}
