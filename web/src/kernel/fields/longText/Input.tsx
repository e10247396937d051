import { Input } from "antd";
import type { InputProps } from "../kind";

export function LongTextInput({ field, id, value, onChange, ...rest }: InputProps<string>) {
  return (
    <Input.TextArea
      id={id}
      value={value ?? ""}
      autoSize={{ minRows: rest.inCell ? 1 : 3, maxRows: 12 }}
      maxLength={field.maxLength ?? undefined}
      variant={rest.inCell ? "borderless" : undefined}
      autoFocus={rest.autoFocus}
      status={rest.invalid ? "error" : undefined}
      aria-describedby={rest.describedBy}
      aria-invalid={rest.invalid}
      aria-required={field.required}
      onChange={event => onChange(event.target.value || null)}
    />
  );
}
