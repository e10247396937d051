import { RegionPicker } from "~/kernel/pickers/RegionPicker";
import type { FilterProps } from "../kind";
import { asList, takesList } from "../parts/operators";

/** One region; for the operators that take a list, a list of one. */
export function RegionFilter({ id, operator, value, onChange }: FilterProps) {
  const code = asList<string>(value)[0] ?? null;
  return (
    <RegionPicker
      id={id}
      value={code}
      onChange={next => onChange(next && takesList(operator) ? [next] : next)}
    />
  );
}
