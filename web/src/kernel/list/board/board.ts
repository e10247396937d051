import type { BoardRows, BusinessObject, Field, Filter, RecordPage } from "~/kernel/api/contract";
import { allOf } from "../filter/filterTree";
import { isEditable } from "../grid/columns";

/** A column of a board: one option of the field, or the records without one. */
export interface BoardColumn {
  /** `null` for records without a value. */
  value: string | null;
  label: string;
  color: string | null;
}

/** The fields that can make the columns of a board; one whose moves have rules comes first, then what is never empty. */
export function boardFields(object: BusinessObject): Field[] {
  const choices = object.fields.filter(
    field =>
      field.kind === "choice" &&
      field.filterable !== false &&
      field.right !== "masked" &&
      (field.options?.length ?? 0) > 0,
  );
  const rank = (field: Field) => (field.transitions ? 0 : field.required ? 1 : 2);
  return choices.toSorted((one, other) => rank(one) - rank(other));
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

/** Only these of the columns, in this order; and any other on which records stand. */
export function orderedColumns(
  columns: BoardColumn[],
  order: string[],
  counts: ReadonlyMap<string | null, number>,
): BoardColumn[] {
  const known = order.flatMap(value => columns.filter(column => column.value === value));
  return [...known, ...columns.filter(column => !known.includes(column) && counts.get(column.value))];
}

/** How many records stand in each column. */
export function countsOf(answer: BoardRows | undefined): Map<string | null, number> {
  return new Map((answer?.columns ?? []).map(column => [column.value, column.count]));
}

/** What the records of each column add up to. */
export function sumsOf(answer: BoardRows | undefined): Map<string | null, number> {
  return new Map((answer?.columns ?? []).map(column => [column.value, Number(column.sum ?? 0)]));
}

/** The first cards of a column; of one in which nothing stands there are none. */
export function pageOf(answer: BoardRows, value: string | null): RecordPage {
  const column = answer.columns.find(each => each.value === value);
  return {
    items: column?.items ?? [],
    next: column?.next ?? null,
    count: { value: column?.count ?? 0, exact: true },
  };
}

/** What the cards of a column add up to: the first amount that the list shows. */
export function summedField(object: BusinessObject): Field | undefined {
  return object.list.columns
    .map(name => object.fields.find(field => field.name === name))
    .find(field => field?.kind === "money" && field.filterable !== false && field.right !== "masked");
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
