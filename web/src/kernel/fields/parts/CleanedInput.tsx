import { Input } from "antd";
import type { HTMLInputTypeAttribute } from "react";
import type { InputProps } from "../kind";
import { labelInCell } from "./DecimalInput";

type Props = InputProps<string> & {
  clean: (text: string) => string;
  inputMode: "tel" | "email" | "url" | "text";
  type?: HTMLInputTypeAttribute;
};

/** A line of text that is put in order when the user leaves it, such as a phone number typed full-width. */
export function CleanedInput({ field, id, value, onChange, clean, inputMode, ...rest }: Props) {
  return (
    <Input
      id={id}
      value={value ?? ""}
      inputMode={inputMode}
      maxLength={field.maxLength ?? undefined}
      variant={rest.inCell ? "borderless" : undefined}
      autoFocus={rest.autoFocus}
      status={rest.invalid ? "error" : undefined}
      aria-describedby={rest.describedBy}
      aria-invalid={rest.invalid}
      aria-required={field.required}
      aria-label={labelInCell(field, rest.inCell)}
      autoComplete="off"
      onChange={event => onChange(event.target.value || null)}
      onBlur={event => {
        const cleaned = clean(event.target.value) || null;
        if (cleaned !== (value ?? null)) onChange(cleaned);
      }}
    />
  );
}
