import type { PickerProps } from "~/kernel/pickers/picker";
import type { InputProps } from "../kind";

/** What an input passes on to its picker. */
export function pickerProps<T>({
  field,
  id,
  autoFocus,
  inCell,
  invalid,
  describedBy,
}: InputProps<T>): PickerProps {
  return {
    id,
    autoFocus,
    borderless: inCell,
    invalid,
    required: field.required,
    describedBy,
    label: inCell ? field.label : undefined,
  };
}
