import dayjs from "dayjs";
import { useMemo } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { useAggregate } from "~/kernel/records/records";
import type { Branch } from "../forest";
import { type Deals, NO_DEALS, ownDeals, rolledUp } from "./deals";
import { peopleFilter } from "./group";
import { NOTHING_OWED, type Owed, owedFilter, ownOwed, receivedFilter } from "./owed";

export const PAID_MEASURES = [{ function: "sum" as const, field: "amount" }];
export const OWED_MEASURES = [...PAID_MEASURES, { function: "sum" as const, field: "received" }];
export const DEAL_MEASURES = [{ function: "count" as const }, { function: "sum" as const, field: "amount" }];

/** What the opportunities of each branch come to, of those one may see; none where they may not be summed up. */
export function useDeals(top: number, branches: Branch<RecordData>[]): Map<number, Deals> | null {
  const summed = useSummedDeals();
  const rows = useAggregate(
    "opportunity",
    {
      filter: peopleFilter(top),
      groups: [{ field: "customer" }, { field: "outcome" }],
      measures: DEAL_MEASURES,
    },
    { enabled: summed },
  );
  return useMemo(
    () =>
      rows.data && !rows.data.more
        ? rolledUp(branches, each => each.id, ownDeals(rows.data.rows), NO_DEALS)
        : null,
    [branches, rows.data],
  );
}

/** What each branch owes and has paid, as far as one may see it; none where it may not be summed up. */
export function useOwed(top: number, branches: Branch<RecordData>[]): Map<number, Owed> | null {
  const { owed, received } = useSummedOwed();
  const today = dayjs().format("YYYY-MM-DD");
  const groups = [{ field: "customer" }];
  const open = useAggregate(
    "payment-plan",
    { filter: owedFilter(top), groups, measures: OWED_MEASURES },
    { enabled: owed },
  );
  const late = useAggregate(
    "payment-plan",
    { filter: owedFilter(top, today), groups, measures: OWED_MEASURES },
    { enabled: owed },
  );
  const paid = useAggregate(
    "payment",
    { filter: receivedFilter(top), groups, measures: PAID_MEASURES },
    { enabled: received },
  );
  return useMemo(() => {
    const all = [open, late, paid].map(({ data }) => data);
    if (!owed || all.some((data, at) => (data ? data.more : at < 2 || received))) return null;
    const [terms = [], overdue = [], payments = []] = all.map(data => data?.rows ?? []);
    return rolledUp(branches, each => each.id, ownOwed(terms, overdue, payments), NOTHING_OWED);
  }, [branches, open, late, paid, owed, received]);
}

/** May what is owed, and what was received, be summed up by whoever looks? */
export function useSummedOwed(): { owed: boolean; received: boolean } {
  const plan = useObject("payment-plan");
  const payment = useObject("payment");
  const sums = (object: BusinessObject | undefined, fields: string[]) =>
    object !== undefined &&
    fields.every(name => {
      const field = fieldOf(object, name);
      return field && field.right !== "masked";
    });
  return {
    owed: sums(plan, ["amount", "received", "customer", "dueDate", "status"]),
    received: sums(payment, ["amount", "customer", "status"]),
  };
}

export function useSummedDeals(): boolean {
  const opportunity = useObject("opportunity");
  const amount = opportunity && fieldOf(opportunity, "amount");
  if (!opportunity || !amount) return false;
  return amount.right !== "masked" && fieldOf(opportunity, "outcome") !== undefined;
}
