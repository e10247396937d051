import type { AggregateRows, Filter, Labelled } from "~/kernel/api/contract";
import { peopleFilter } from "./group";

/** What customers owe and have paid, in the company's currency. */
export interface Owed {
  [part: string]: number;
  owed: number;
  overdue: number;
  received: number;
}

export const NOTHING_OWED: Owed = { owed: 0, overdue: 0, received: 0 };

/** The terms of a customer and of everything below it of which something is still to be paid; those due before a day. */
export function owedFilter(top: number, before?: string): Filter {
  const due: Filter[] = before ? [{ field: "dueDate", op: "lt", value: before }] : [];
  return { and: [peopleFilter(top), { field: "status", op: "in", value: ["pending", "partial"] }, ...due] };
}

/** What was received of a customer and of everything below it. */
export function receivedFilter(top: number): Filter {
  return { and: [peopleFilter(top), { field: "status", op: "eq", value: "confirmed" }] };
}

/** What is open of terms that are summed up. */
export function openOf(sums: Record<string, unknown>): number {
  return toCents(Number(sums.sum_amount ?? 0) - Number(sums.sum_received ?? 0));
}

/** Those of each customer itself, from groups by customer. */
export function ownOwed(
  terms: AggregateRows["rows"],
  late: AggregateRows["rows"],
  payments: AggregateRows["rows"],
): Map<number, Owed> {
  const own = new Map<number, Owed>();
  const add = (
    rows: AggregateRows["rows"],
    part: keyof Owed,
    amountOf: (row: (typeof rows)[number]) => number,
  ) => {
    for (const row of rows) {
      const customer = (row.customer as Labelled | null)?.id;
      if (customer === undefined) continue;
      own.set(customer, { ...(own.get(customer) ?? NOTHING_OWED), [part]: amountOf(row) });
    }
  };
  add(terms, "owed", openOf);
  add(late, "overdue", openOf);
  add(payments, "received", row => Number(row.sum_amount ?? 0));
  return own;
}

/** Sums of amounts are amounts again. */
export function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
