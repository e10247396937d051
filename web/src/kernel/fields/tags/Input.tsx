import { TagPicker } from "~/kernel/pickers/TagPicker";
import type { InputProps } from "../kind";
import { pickerProps } from "../parts/pickerProps";

export function TagsInput(props: InputProps<string[]>) {
  return (
    <TagPicker
      {...pickerProps(props)}
      object={props.object}
      value={props.value ?? []}
      onChange={props.onChange}
    />
  );
}
