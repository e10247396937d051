import type { FilterProps } from "./kind";
import { kindOf } from "./registry";

/** The right side of any filter condition; operators such as `empty` need none. */
export function FieldFilter(props: FilterProps) {
  if (props.operator === "empty" || props.operator === "notEmpty") return null;
  const { Filter } = kindOf(props.field);
  return <Filter {...props} />;
}
