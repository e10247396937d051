import type { Field } from "~/kernel/api/contract";
import { ColorTag } from "~/ui/ColorTag";

/** One option as its label on its colour; the label always says what the colour says. */
export function OptionTag({ field, value }: { field: Field; value: string }) {
  const option = field.options?.find(candidate => candidate.value === value);
  return <ColorTag color={option?.color}>{option?.label ?? value}</ColorTag>;
}

export function optionLabel(field: Field, value: string): string {
  return field.options?.find(option => option.value === value)?.label ?? value;
}
