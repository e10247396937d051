import { type CellProps, isEmpty } from "./kind";
import { kindOf } from "./registry";

/** Any value of any field, to read. */
export function FieldCell(props: CellProps<unknown>) {
  if (isEmpty(props.value)) return <span className="empty-value">–</span>;
  if (props.field.right === "masked") return <span className="masked-value">{String(props.value)}</span>;
  const { Cell } = kindOf(props.field);
  return <Cell {...props} />;
}
