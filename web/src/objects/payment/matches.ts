import type { Filter, Labelled, Money, RecordData } from "~/kernel/api/contract";
import { decimalOf, unitsOf } from "~/kernel/text/units";

/** Something that is owed, and how much of it the payment settles. */
export interface Row {
  key: string;
  /** Of the match that is there already. */
  id?: number;
  plan: Labelled | null;
  bill: { object: "contract" | "order"; record: Labelled };
  dueDate: string | null;
  /** Open but for this payment, in units; unknown for a bill without a plan. */
  open: bigint | null;
  amount: string;
}

/** The terms a payment may settle: of its contract or order, or else of all the customer owes. */
export function owed(draft: Record<string, unknown>): Filter | undefined {
  const whose = (["contract", "order", "customer"] as const)
    .map(field => ({ field, record: draft[field] as Labelled | null | undefined }))
    .find(({ record }) => record);
  return whose?.record
    ? {
        and: [
          { field: "status", op: "in", value: ["pending", "partial"] },
          { field: whose.field, op: "eq", value: whose.record.id },
        ],
      }
    : undefined;
}

/** What is settled already, and then what else is owed. */
export function rowsOf(matches: RecordData[], terms: RecordData[], digits: number): Row[] {
  const units = (value: unknown) => unitsOf((value as Money | null)?.amount ?? "0", digits) ?? 0n;
  const openOf = (term: RecordData) => units(term.amount) - units(term.received);
  const settled = matches.map((match): Row => {
    const plan = match.plan as Labelled | null;
    const term = terms.find(each => each.id === plan?.id);
    const own = units(match.amount);
    return {
      key: `match-${match.id}`,
      id: match.id,
      plan,
      bill: billOf(match),
      dueDate: term ? String(term.dueDate) : null,
      open: term ? openOf(term) + own : null,
      amount: (match.amount as Money).amount,
    };
  });
  const others = terms
    .filter(term => !settled.some(row => row.plan?.id === term.id))
    .map(
      (term): Row => ({
        key: `term-${term.id}`,
        plan: { id: term.id, label: String(term.name ?? "") },
        bill: billOf(term),
        dueDate: String(term.dueDate),
        open: openOf(term),
        amount: "",
      }),
    );
  return [...settled, ...others];
}

function billOf(record: RecordData): Row["bill"] {
  return record.contract
    ? { object: "contract", record: record.contract as Labelled }
    : { object: "order", record: record.order as Labelled };
}

/** As much as the money reaches, in the order of the rows. */
export function oldestFirst(rows: Row[], paid: bigint, digits: number): Row[] {
  let left = paid;
  return rows.map(row => {
    const most = row.open ?? unitsOf(row.amount, digits) ?? 0n;
    const part = most < left ? most : left;
    left -= part;
    return { ...row, amount: part > 0n ? decimalOf(part, digits) : "" };
  });
}

export function sumOf(rows: Row[], digits: number): bigint {
  return rows.reduce((sum, row) => sum + (unitsOf(row.amount || "0", digits) ?? 0n), 0n);
}

/** As it is written: all that something is settled of. */
export function wireOf(rows: Row[]) {
  return rows.filter(settles).map(row => ({
    ...(row.id === undefined ? {} : { id: row.id }),
    ...(row.plan ? { plan: row.plan.id } : { [row.bill.object]: row.bill.record.id }),
    amount: row.amount,
  }));
}

/** Is something of it settled, or anything typed? */
export function settles(row: Row): boolean {
  return row.amount.trim() !== "" && !/^[0.]+$/.test(row.amount.trim());
}
