import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Filter, WorthAnalysis } from "~/kernel/api/contract";
import { addressOf, writeQuery } from "~/kernel/navigation/navigation";

export const OBJECT = "customer";

type Cell = NonNullable<WorthAnalysis["map"]>[number];

export function useAnalysis() {
  return useQuery({
    queryKey: ["records", OBJECT, "worth"],
    queryFn: ({ signal }) => api.get<WorthAnalysis>(`/worth/${OBJECT}/analysis`, signal),
  });
}

export function listOf(filter: Filter): string {
  return addressOf.list(OBJECT) + writeQuery({ filter: JSON.stringify(filter) });
}

/** A segment with its customers and what they bought for. */
export interface Tile {
  segment: string;
  customers: number;
  amount: number | null;
}

/** The map summed up by segment; those without a deal apart. */
export function tilesOf(cells: Cell[]): { tiles: Map<string, Tile>; without: number } {
  const tiles = new Map<string, Tile>();
  let without = 0;
  for (const { segment, customers, amount } of cells) {
    if (segment === null) {
      without += customers;
      continue;
    }
    const tile = tiles.get(segment) ?? { segment, customers: 0, amount: 0 };
    tiles.set(segment, {
      segment,
      customers: tile.customers + customers,
      amount: amount === null || tile.amount === null ? null : tile.amount + Number(amount),
    });
  }
  return { tiles, without };
}

/** Customers by pair of scores. */
export function heatOf(cells: Cell[]): { count: (r: number, f: number) => number; most: number } {
  const counts = new Map<string, number>();
  for (const { recency, frequency, customers } of cells) {
    if (recency === null || frequency === null) continue;
    const key = `${recency} ${frequency}`;
    counts.set(key, (counts.get(key) ?? 0) + customers);
  }
  return { count: (r, f) => counts.get(`${r} ${f}`) ?? 0, most: Math.max(1, ...counts.values()) };
}

export function percent(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = (part / whole) * 100;
  return `${share > 0 && share < 9.95 ? share.toFixed(1) : Math.round(share)}%`;
}

/** The first and last day of the month so many months after this one. */
export function monthAfter(month: string, after: number): [string, string] {
  const [year = 0, at = 1] = month.split("-").map(Number);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return [day(new Date(Date.UTC(year, at - 1 + after, 1))), day(new Date(Date.UTC(year, at + after, 0)))];
}

/** The customers of a cohort who bought so many months later, as a list finds them. */
export function cohortFilter(month: string, after: number, opens: WorthAnalysis["opens"]): Filter | null {
  const first: Filter = { field: "firstDealOn", op: "between", value: monthAfter(month, 0) };
  if (after === 0) return first;
  if (!opens) return null;
  const then: Filter = { field: opens.at, op: "between", value: monthAfter(month, after) };
  const where: Filter = opens.filter ? { and: [then, opens.filter] } : then;
  return { and: [first, { exists: opens.relation, where }] };
}
