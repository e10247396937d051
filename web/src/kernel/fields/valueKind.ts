import type { Field, ValueKindName } from "~/kernel/api/contract";

/** What a field's values are: of a computed field, what is computed. */
export function valueKind(field: Field): ValueKindName {
  const { kind } = field;
  return kind === "formula" || kind === "rollup" ? (field.result ?? "text") : kind;
}
