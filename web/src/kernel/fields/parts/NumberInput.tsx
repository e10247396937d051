import type { InputProps } from "../kind";
import { DecimalInput } from "./DecimalInput";

/** Whole and decimal numbers; whole ones travel as numbers, decimals as exact text. */
export function IntegerInput({ value, onChange, ...rest }: InputProps<number | string>) {
  return (
    <DecimalInput
      {...rest}
      value={value === null ? null : String(value)}
      onChange={text => onChange(text === null ? null : asInteger(text))}
    />
  );
}

export function PreciseInput({ value, onChange, ...rest }: InputProps<number | string>) {
  return (
    <DecimalInput
      {...rest}
      scale={rest.field.scale ?? undefined}
      value={value === null ? null : String(value)}
      onChange={onChange}
    />
  );
}

function asInteger(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
