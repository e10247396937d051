import type { AggregateRows, Filter, Labelled } from "~/kernel/api/contract";
import type { Branch } from "../forest";
import { peopleFilter } from "./group";

/** What opportunities come to: those that are open, and those that were won. */
export interface Deals {
  [part: string]: number;
  open: number;
  openAmount: number;
  wonAmount: number;
}

/** The opportunities of a customer and of everything below it that ended so. */
export function dealsFilter(top: number, outcome: "open" | "won"): Filter {
  return { and: [peopleFilter(top), { field: "outcome", op: "eq", value: outcome }] };
}

/** Those of each customer itself, from groups by customer and outcome. */
export function ownDeals(rows: AggregateRows["rows"]): Map<number, Deals> {
  const own = new Map<number, Deals>();
  for (const row of rows) {
    const customer = (row.customer as Labelled | null)?.id;
    if (customer === undefined) continue;
    const deals = own.get(customer) ?? { ...NO_DEALS };
    if (row.outcome === "open") {
      deals.open += Number(row.count);
      deals.openAmount += Number(row.sum_amount ?? 0);
    } else if (row.outcome === "won") {
      deals.wonAmount += Number(row.sum_amount ?? 0);
    }
    own.set(customer, deals);
  }
  return own;
}

export const NO_DEALS: Deals = { open: 0, openAmount: 0, wonAmount: 0 };

/** Each one's own sums with those of everything below it; amounts stay true to the cent. */
export function rolledUp<T, S extends Record<string, number>>(
  branches: Branch<T>[],
  idOf: (item: T) => number,
  own: Map<number, S>,
  nothing: S,
): Map<number, S> {
  const all = new Map<number, S>();
  const sum = ({ item, below }: Branch<T>): S => {
    const parts = [own.get(idOf(item)) ?? nothing, ...below.map(sum)];
    const whole = Object.fromEntries(
      Object.keys(nothing).map(key => [
        key,
        Math.round(parts.reduce((total, part) => total + (part[key] ?? 0), 0) * 100) / 100,
      ]),
    ) as S;
    all.set(idOf(item), whole);
    return whole;
  };
  branches.forEach(sum);
  return all;
}
