import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import type { FilterProps } from "../kind";
import { useRecordNames } from "../parts/names";
import { asList, takesList } from "../parts/operators";

/** Records by name; the filter holds their ids. */
export function ReferenceFilter({ field, id, operator, value, onChange }: FilterProps) {
  const target = field.targets?.[0] ?? "";
  const several = takesList(operator);
  const names = useRecordNames(target, asList<number>(value));
  return (
    <RecordPicker
      id={id}
      object={target}
      several={several}
      value={names}
      onChange={records => {
        const ids = records.map(record => record.id);
        onChange(several ? ids : (ids[0] ?? null));
      }}
    />
  );
}
