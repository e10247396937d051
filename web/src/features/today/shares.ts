import type { BusinessObject, Field } from "~/kernel/api/contract";

export interface Share {
  value: string | null;
  label: string | null;
  count: number;
}

/** An owned object that goes through states can be counted by them. */
export function statusField(object: BusinessObject): Field | undefined {
  const owned = object.fields.some(field => field.name === "owner" && field.filterable);
  return owned
    ? object.fields.find(field => field.name === "status" && field.kind === "choice" && field.filterable)
    : undefined;
}

/** Counted rows in the order of the options; what has no state comes last, empty states not at all. */
export function sharesOf(status: Field, rows: Record<string, unknown>[]): Share[] {
  const counts = new Map(rows.map(row => [row[status.name] ?? null, Number(row.count ?? 0)]));
  const known: Share[] = (status.options ?? []).map(option => ({
    value: option.value,
    label: option.label,
    count: counts.get(option.value) ?? 0,
  }));
  return [...known, { value: null, label: null, count: counts.get(null) ?? 0 }].filter(
    share => share.count > 0,
  );
}
