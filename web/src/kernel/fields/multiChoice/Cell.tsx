import type { CellProps } from "../kind";
import { OptionTag } from "../parts/OptionTag";

export function MultiChoiceCell({ field, value }: CellProps<string[]>) {
  return (
    <span className="tag-row">
      {value.map(one => (
        <OptionTag key={one} field={field} value={one} />
      ))}
    </span>
  );
}
