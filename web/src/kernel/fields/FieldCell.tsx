import type { Field, RecordData } from "~/kernel/api/contract";
import { isEmpty } from "./kind";
import { kindOf } from "./registry";

/** Any value of any field, to read. Nothing is shown for nothing. */
export function FieldCell({ field, value, record }: { field: Field; value: unknown; record?: RecordData }) {
  if (isEmpty(value)) return <span className="empty-value">–</span>;
  if (field.right === "masked") return <span className="masked-value">{String(value)}</span>;
  const { Cell } = kindOf(field);
  return <Cell field={field} value={value} record={record} />;
}
