import type { Labelled } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";

interface Props {
  object: string;
  field: string;
  value: unknown;
  /** The record the plan was tried on, whose name is known. */
  tried: { object: string; record: Labelled } | null;
}

const POINTS = new Set(["user", "department", "reference"]);

/** A value as it would be written; what it points at has only its number here, but for the record itself. */
export function WrittenValue({ object, field: name, value, tried }: Props) {
  const field = useCatalog()
    .find(object)
    ?.fields.find(each => each.name === name);
  if (!field || value === null || value === undefined) return <>—</>;
  const named = (of: string | undefined, id: number) =>
    tried && of === tried.object && id === tried.record.id ? tried.record.label : `#${id}`;
  if (typeof value === "number" && POINTS.has(field.kind)) {
    return <>{named(field.targets?.[0], value)}</>;
  }
  if (field.kind === "link" && typeof value === "object" && "object" in value && "id" in value) {
    return <>{named(String(value.object), Number(value.id))}</>;
  }
  return <FieldCell field={field} object={object} value={value} />;
}
