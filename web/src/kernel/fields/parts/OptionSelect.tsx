import { Select } from "antd";
import type { Field } from "~/kernel/api/contract";
import type { InputProps } from "../kind";
import { labelInCell } from "./DecimalInput";

/** One option of a choice. */
export function OptionSelect({ field, id, value, onChange, ...rest }: InputProps<string>) {
  return (
    <Select
      id={id}
      value={value ?? undefined}
      options={choosable(field, value === null ? [] : [value])}
      allowClear={!field.required}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      variant={rest.inCell ? "borderless" : undefined}
      autoFocus={rest.autoFocus}
      defaultOpen={rest.inCell && rest.autoFocus}
      status={rest.invalid ? "error" : undefined}
      aria-describedby={rest.describedBy}
      aria-required={field.required}
      aria-label={labelInCell(field, rest.inCell)}
      style={{ width: "100%" }}
      onChange={(next?: string) => onChange(next ?? null)}
    />
  );
}

/** Several options of a choice. */
export function OptionsSelect({ field, id, value, onChange, ...rest }: InputProps<string[]>) {
  return (
    <Select
      id={id}
      mode="multiple"
      value={value ?? []}
      options={choosable(field, value ?? [])}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      variant={rest.inCell ? "borderless" : undefined}
      autoFocus={rest.autoFocus}
      status={rest.invalid ? "error" : undefined}
      aria-describedby={rest.describedBy}
      aria-required={field.required}
      aria-label={labelInCell(field, rest.inCell)}
      style={{ width: "100%" }}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}

/** Active options, and the retired ones that the value still has. */
export function choosable(field: Field, held: string[]): { value: string; label: string }[] {
  return (field.options ?? [])
    .filter(option => option.active !== false || held.includes(option.value))
    .map(option => ({ value: option.value, label: option.label }));
}
