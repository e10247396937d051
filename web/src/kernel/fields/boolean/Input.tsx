import { Switch } from "antd";
import type { InputProps } from "../kind";

export function BooleanInput({ field, id, value, onChange, autoFocus, describedBy }: InputProps<boolean>) {
  return (
    <Switch
      id={id}
      checked={value === true}
      autoFocus={autoFocus}
      aria-label={field.label}
      aria-describedby={describedBy}
      onChange={onChange}
    />
  );
}
