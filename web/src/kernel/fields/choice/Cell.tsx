import type { CellProps } from "../kind";
import { OptionTag } from "../parts/OptionTag";

export function ChoiceCell({ field, value }: CellProps<string>) {
  return <OptionTag field={field} value={value} />;
}
