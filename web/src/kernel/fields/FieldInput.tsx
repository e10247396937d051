import type { InputProps } from "./kind";
import { kindOf } from "./registry";

/** Any value of any field, to type. */
export function FieldInput(props: InputProps<unknown>) {
  const { Input } = kindOf(props.field);
  return <Input {...props} />;
}
