import type { BusinessObject, Filter, RecordQuery, Sort, View } from "~/kernel/api/contract";
import { type ListColumn, readColumns, sameColumns, writeColumns } from "./columns";

/** How a list is looked at: what a view stores, and what the address may change about it. */
export interface Arrangement {
  kind: View["kind"];
  filter: Filter | null;
  sort: Sort[];
  columns: ListColumn[];
  groupBy: string | null;
}

/** The parts of the address that a list reads and writes. */
export type Address = Record<string, string>;
export type AddressChange = Record<string, string | null>;

export function arrangementOf(object: BusinessObject, view: View | undefined): Arrangement {
  return {
    kind: view?.kind ?? "table",
    filter: view?.filter ?? null,
    sort: view?.sort?.length ? view.sort : object.list.sort,
    columns: view?.columns?.length ? view.columns : object.list.columns.map(field => ({ field })),
    groupBy: view?.groupBy ?? null,
  };
}

/** The arrangement of the view with what the address says otherwise. */
export function readArrangement(base: Arrangement, address: Address): Arrangement {
  return {
    kind: address.kind === "board" || address.kind === "table" ? address.kind : base.kind,
    filter: address.filter === undefined ? base.filter : readFilter(address.filter),
    sort: address.sort === undefined ? base.sort : readSort(address.sort),
    columns: address.columns ? readColumns(address.columns) : base.columns,
    groupBy: address.group ?? base.groupBy,
  };
}

/** What the address must say so that the arrangement is read from it; nothing about parts that are as in the view. */
export function writeArrangement(base: Arrangement, next: Arrangement): AddressChange {
  return {
    kind: next.kind === base.kind ? null : next.kind,
    filter: same(next.filter, base.filter) ? null : next.filter ? JSON.stringify(next.filter) : "",
    sort: same(next.sort, base.sort) ? null : writeSort(next.sort),
    columns: sameColumns(next.columns, base.columns) ? null : writeColumns(next.columns),
    group: next.groupBy === base.groupBy ? null : next.groupBy,
  };
}

export function isChanged(base: Arrangement, next: Arrangement): boolean {
  return Object.values(writeArrangement(base, next)).some(part => part !== null);
}

/** What the address says about no view at all: for going from one view to another. */
export const PLAIN_ADDRESS: AddressChange = {
  kind: null,
  filter: null,
  sort: null,
  columns: null,
  group: null,
  search: null,
};

/** What a list asks; only the fields it shows travel. */
export function queryOf(arrangement: Arrangement, search: string, fields: string[]): RecordQuery {
  return {
    ...(arrangement.filter ? { filter: arrangement.filter } : {}),
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(arrangement.sort.length ? { sort: arrangement.sort } : {}),
    fields,
  };
}

/** The next sort after a click on a header: ascending, descending, as it was; with `also` it joins the others. */
export function sortedBy(sort: Sort[], field: string, also: boolean): Sort[] {
  const now = sort.find(item => item.field === field);
  const next = !now ? [{ field, descending: false }] : now.descending ? [] : [{ field, descending: true }];
  if (!also) return next;
  if (!now) return [...sort, ...next];
  return sort.flatMap(item => (item.field === field ? next : [item]));
}

function readFilter(text: string): Filter | null {
  try {
    return text ? (JSON.parse(text) as Filter) : null;
  } catch {
    return null;
  }
}

function readSort(text: string): Sort[] {
  return text
    .split(",")
    .filter(part => part !== "")
    .map(part => ({ field: part.replace(/^-/, ""), descending: part.startsWith("-") }));
}

function writeSort(sort: Sort[]): string {
  return sort.map(item => (item.descending ? `-${item.field}` : item.field)).join(",");
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
