import type { RecordLink } from "~/kernel/api/contract";
import type { FilterProps } from "../kind";
import { LinkInput } from "./Input";

/** The record that is pointed at, as `{object, id}`. */
export function LinkFilter({ field, id, object, value, onChange }: FilterProps) {
  const link = (Array.isArray(value) ? value[0] : value) as RecordLink | null | undefined;
  return (
    <LinkInput
      field={{ ...field, required: false }}
      id={id}
      object={object}
      value={link ?? null}
      onChange={next => onChange(next && { object: next.object, id: next.id, label: next.label })}
    />
  );
}
