import type { AggregateRows, BusinessObject, Field, Filter } from "~/kernel/api/contract";
import { allOf } from "../filter/filterTree";
import { isEditable } from "../grid/columns";

/** A column of a board: one option of the field, or the records without one. */
export interface BoardColumn {
  /** `null` for records without a value. */
  value: string | null;
  label: string;
  color: string | null;
}

/** The fields that can make the columns of a board; one that is never empty, as a status is, comes first. */
export function boardFields(object: BusinessObject): Field[] {
  const choices = object.fields.filter(
    field =>
      field.kind === "choice" &&
      field.filterable !== false &&
      field.right !== "masked" &&
      (field.options?.length ?? 0) > 0,
  );
  return [...choices.filter(field => field.required), ...choices.filter(field => !field.required)];
}

export function boardColumns(
  field: Field,
  counts: ReadonlyMap<string | null, number>,
  withoutLabel: string,
): BoardColumn[] {
  const options = (field.options ?? [])
    .filter(option => option.active !== false || (counts.get(option.value) ?? 0) > 0)
    .map(option => ({ value: option.value, label: option.label, color: option.color ?? null }));
  const without = { value: null, label: withoutLabel, color: null };
  return field.required && !counts.get(null) ? options : [...options, without];
}

/** How many records stand in each column. */
export function countsOf(answer: AggregateRows | undefined, field: string): Map<string | null, number> {
  return new Map(
    (answer?.rows ?? []).map(row => [(row[field] as string | null) ?? null, Number(row.count ?? 0)]),
  );
}

export function columnFilter(filter: Filter | null, field: string, value: string | null): Filter {
  const own: Filter = value === null ? { field, op: "empty" } : { field, op: "eq", value };
  return allOf(filter, own) as Filter;
}

/** Whether cards may be moved between the columns. */
export function mayMove(object: BusinessObject, field: Field): boolean {
  return isEditable(object, field);
}

/** The column to the left (-1) or right (1); `undefined` at the edge. */
export function besides(columns: BoardColumn[], value: string | null, by: -1 | 1): BoardColumn | undefined {
  const at = columns.findIndex(column => column.value === value);
  return at < 0 ? undefined : columns[at + by];
}
