import type { InputProps } from "../kind";
import { DecimalInput } from "../parts/DecimalInput";

export function PercentInput({ value, ...rest }: InputProps<string | number>) {
  return <DecimalInput {...rest} value={value === null ? null : String(value)} suffix="%" />;
}
