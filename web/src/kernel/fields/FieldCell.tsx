import { type CellProps, isEmpty } from "./kind";
import { MaskedValue } from "./MaskedValue";
import { kindOf } from "./registry";

/** Any value of any field, to read. */
export function FieldCell(props: CellProps<unknown>) {
  if (isEmpty(props.value)) return <span className="empty-value">–</span>;
  if (props.field.right === "masked") return <MaskedValue {...props} />;
  const { Cell } = kindOf(props.field);
  return <Cell {...props} />;
}
