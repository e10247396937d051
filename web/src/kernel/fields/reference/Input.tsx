import type { Labelled } from "~/kernel/api/contract";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import type { InputProps } from "../kind";
import { pickerProps } from "../parts/pickerProps";

export function ReferenceInput(props: InputProps<Labelled>) {
  return (
    <RecordPicker
      {...pickerProps(props)}
      object={props.field.targets?.[0] ?? ""}
      value={props.value ? [props.value] : []}
      onChange={records => props.onChange(records[0] ?? null)}
    />
  );
}
