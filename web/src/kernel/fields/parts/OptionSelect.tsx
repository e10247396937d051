import { Select } from "antd";
import type { Field } from "~/kernel/api/contract";
import { named } from "~/kernel/text/pinyin";
import type { InputProps } from "../kind";
import { labelInCell } from "./DecimalInput";
import { mayBecome } from "./moves";

/** Found by a part of the label, or the initials of its pinyin. */
const byName = (words: string, option?: { label: string }) => named(option?.label ?? "", words);

/** One option of a choice. */
export function OptionSelect({ field, id, value, standing, onChange, ...rest }: InputProps<string>) {
  const options = choosable(field, value === null ? [] : [value]).map(option => ({
    ...option,
    disabled: standing !== undefined && !mayBecome(field, standing as string | null, option.value),
  }));
  return (
    <Select
      id={id}
      value={value ?? undefined}
      options={options}
      allowClear={!field.required}
      showSearch={{ filterOption: byName }}
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
      showSearch={{ filterOption: byName }}
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
