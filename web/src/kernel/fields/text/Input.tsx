import { Input } from "antd";
import type { InputProps } from "../kind";

export function TextInput({
  field,
  id,
  value,
  onChange,
  inCell,
  autoFocus,
  invalid,
  describedBy,
}: InputProps<string>) {
  return (
    <Input
      id={id}
      value={value ?? ""}
      maxLength={field.maxLength ?? undefined}
      variant={inCell ? "borderless" : undefined}
      autoFocus={autoFocus}
      status={invalid ? "error" : undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={field.required}
      autoComplete="off"
      onChange={event => onChange(event.target.value || null)}
    />
  );
}
