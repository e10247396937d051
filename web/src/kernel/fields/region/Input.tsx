import { RegionPicker } from "~/kernel/pickers/RegionPicker";
import type { InputProps } from "../kind";
import { pickerProps } from "../parts/pickerProps";

export function RegionInput(props: InputProps<string>) {
  return <RegionPicker {...pickerProps(props)} value={props.value} onChange={props.onChange} />;
}
