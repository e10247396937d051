import type { Labelled } from "~/kernel/api/contract";
import { DepartmentPicker } from "~/kernel/pickers/DepartmentPicker";
import type { InputProps } from "../kind";
import { pickerProps } from "../parts/pickerProps";

export function DepartmentInput(props: InputProps<Labelled>) {
  return <DepartmentPicker {...pickerProps(props)} value={props.value} onChange={props.onChange} />;
}
