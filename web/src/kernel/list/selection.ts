import type { Filter } from "~/kernel/api/contract";
import { allOf } from "./filter/filterTree";

/** What is selected: some records, or all that match the list except some. */
export type Selection =
  | { kind: "some"; ids: ReadonlySet<number> }
  | { kind: "all"; except: ReadonlySet<number> };

export const NOTHING: Selection = { kind: "some", ids: new Set() };
export const EVERYTHING: Selection = { kind: "all", except: new Set() };

export function isSelected(selection: Selection, id: number): boolean {
  return selection.kind === "some" ? selection.ids.has(id) : !selection.except.has(id);
}

export function isNothing(selection: Selection): boolean {
  return selection.kind === "some" && selection.ids.size === 0;
}

/** Selects or deselects records; selecting all and then taking some away stays a selection of all. */
export function select(selection: Selection, ids: Iterable<number>, on: boolean): Selection {
  const listed = new Set(selection.kind === "some" ? selection.ids : selection.except);
  const add = selection.kind === "some" ? on : !on;
  for (const id of ids) {
    if (add) listed.add(id);
    else listed.delete(id);
  }
  return selection.kind === "some" ? { kind: "some", ids: listed } : { kind: "all", except: listed };
}

/** The ids between two rows, both included, whichever comes first. */
export function idsBetween(ids: number[], from: number, to: number): number[] {
  const [one, other] = [ids.indexOf(from), ids.indexOf(to)];
  if (one < 0 || other < 0) return [to];
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** How many are selected, where `matching` match the list. */
export function countSelected(selection: Selection, matching: number): number {
  return selection.kind === "some" ? selection.ids.size : Math.max(0, matching - selection.except.size);
}

/** What a bulk call acts on. Everything is asked for by name: an empty filter is refused by the server. */
export function targetOf(
  selection: Selection,
  filter: Filter | null,
): { ids: number[] } | { filter: Filter } {
  if (selection.kind === "some") return { ids: [...selection.ids] };
  const except: Filter | null = selection.except.size
    ? { field: "id", op: "notIn", value: [...selection.except] }
    : null;
  return { filter: allOf(filter, except) ?? { field: "id", op: "notEmpty" } };
}
