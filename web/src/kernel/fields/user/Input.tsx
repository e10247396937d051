import type { Labelled } from "~/kernel/api/contract";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import type { InputProps } from "../kind";
import { pickerProps } from "../parts/pickerProps";

export function UserInput(props: InputProps<Labelled>) {
  return <PersonPicker {...pickerProps(props)} value={props.value} onChange={props.onChange} />;
}
