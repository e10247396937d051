import { useCatalog } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";

/** A value as it would be written; people and records have only their numbers here. */
export function WrittenValue({
  object,
  field: name,
  value,
}: {
  object: string;
  field: string;
  value: unknown;
}) {
  const field = useCatalog()
    .find(object)
    ?.fields.find(each => each.name === name);
  if (!field || value === null || value === undefined) return <>—</>;
  return <FieldCell field={field} object={object} value={value} />;
}
