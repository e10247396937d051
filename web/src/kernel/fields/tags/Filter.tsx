import { TagPicker } from "~/kernel/pickers/TagPicker";
import type { FilterProps } from "../kind";
import { asList } from "../parts/operators";

export function TagsFilter({ id, object, value, onChange }: FilterProps) {
  return <TagPicker id={id} object={object} existingOnly value={asList<string>(value)} onChange={onChange} />;
}
