import type { BusinessObject, Field } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";

/** A column as a view stores it. */
export interface ListColumn {
  field: string;
  width?: number | null;
}

export const NARROWEST = 64;
export const WIDEST = 900;

/** `name:240,level` */
export function writeColumns(columns: ListColumn[]): string {
  return columns.map(({ field, width }) => (width ? `${field}:${Math.round(width)}` : field)).join(",");
}

export function readColumns(text: string): ListColumn[] {
  return text
    .split(",")
    .filter(part => part !== "")
    .map(part => {
      const [field = "", width] = part.split(":");
      return width && Number(width) > 0 ? { field, width: clampWidth(Number(width)) } : { field };
    });
}

export function sameColumns(one: ListColumn[], other: ListColumn[]): boolean {
  return writeColumns(one) === writeColumns(other);
}

/** The columns that can be shown: known fields, each once, the title always among them. */
export function shownColumns(
  object: BusinessObject,
  columns: ListColumn[],
): { field: Field; width: number | null }[] {
  const title = object.titleField;
  const wanted = columns.some(column => column.field === title) ? columns : [{ field: title }, ...columns];
  const seen = new Set<string>();
  return wanted.flatMap(column => {
    const field = fieldOf(object, column.field);
    if (!field || seen.has(field.name)) return [];
    seen.add(field.name);
    return [{ field, width: column.width ?? null }];
  });
}

export function resizeColumn(columns: ListColumn[], field: string, width: number): ListColumn[] {
  return columns.map(column => (column.field === field ? { ...column, width: clampWidth(width) } : column));
}

/** Puts a column in front of another, or last without one. */
export function moveColumn(columns: ListColumn[], field: string, before: string | null): ListColumn[] {
  const moved = columns.find(column => column.field === field);
  if (!moved || field === before) return columns;
  const rest = columns.filter(column => column !== moved);
  const at = rest.findIndex(column => column.field === before);
  return at < 0 ? [...rest, moved] : [...rest.slice(0, at), moved, ...rest.slice(at)];
}

/** One place to the left (-1) or right (1). */
export function shiftColumn(columns: ListColumn[], field: string, by: -1 | 1): ListColumn[] {
  const from = columns.findIndex(column => column.field === field);
  const to = from + by;
  const moved = columns[from];
  if (!moved || to < 0 || to >= columns.length) return columns;
  const rest = columns.filter(column => column !== moved);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

export function toggleColumn(columns: ListColumn[], field: string): ListColumn[] {
  return columns.some(column => column.field === field)
    ? columns.filter(column => column.field !== field)
    : [...columns, { field }];
}

function clampWidth(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}
