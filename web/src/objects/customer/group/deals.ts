import type { AggregateRows, Filter, Labelled } from "~/kernel/api/contract";
import type { Branch } from "../forest";
import { peopleFilter } from "./group";

/** What opportunities come to: those that are open, and those that were won. */
export interface Deals {
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
    const deals = own.get(customer) ?? { open: 0, openAmount: 0, wonAmount: 0 };
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

/** Each one's own with those of everything below it. */
export function rolledUp<T>(
  branches: Branch<T>[],
  idOf: (item: T) => number,
  own: Map<number, Deals>,
): Map<number, Deals> {
  const all = new Map<number, Deals>();
  const sum = ({ item, below }: Branch<T>): Deals => {
    const its = own.get(idOf(item));
    const whole = { open: its?.open ?? 0, openAmount: its?.openAmount ?? 0, wonAmount: its?.wonAmount ?? 0 };
    for (const part of below.map(sum)) {
      whole.open += part.open;
      whole.openAmount += part.openAmount;
      whole.wonAmount += part.wonAmount;
    }
    all.set(idOf(item), whole);
    return whole;
  };
  branches.forEach(sum);
  return all;
}
