import type { Labelled } from "~/kernel/api/contract";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import type { InputProps } from "../kind";
import { pickerProps } from "../parts/pickerProps";

export function MultiReferenceInput(props: InputProps<Labelled[]>) {
  return (
    <RecordPicker
      {...pickerProps(props)}
      object={props.field.targets?.[0] ?? ""}
      several
      value={props.value ?? []}
      onChange={props.onChange}
    />
  );
}
