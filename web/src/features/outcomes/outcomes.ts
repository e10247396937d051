import type { AggregateRows, Filter } from "~/kernel/api/contract";

export const PERIODS = ["month", "quarter", "year", "ever"] as const;
export type Period = (typeof PERIODS)[number];

const THIS = { month: "thisMonth", quarter: "thisQuarter", year: "thisYear" } as const;

/** How deals ended for one reason, or with one competitor. */
export interface Ended {
  /** What the field holds: an option, or the id of a record; null where nobody said. */
  value: string | number | null;
  label: string | null;
  won: number;
  lost: number;
  amountWon: number;
  amountLost: number;
}

/** Deals that were closed in this time. */
export function closedIn(period: Period): Filter {
  const closed: Filter = { field: "outcome", op: "in", value: ["won", "lost"] };
  return period === "ever"
    ? closed
    : { and: [closed, { field: "closedAt", op: "during", value: THIS[period] }] };
}

/** Those of them that ended in this way, for this reason. */
export function narrowed(
  filter: Filter,
  outcome: string | null,
  field: string,
  value: Ended["value"],
): Filter {
  const parts = "and" in filter ? filter.and : [filter];
  return {
    and: [
      ...parts,
      ...(outcome ? [{ field: "outcome", op: "eq" as const, value: outcome }] : []),
      value === null ? { field, op: "empty" as const } : { field, op: "eq" as const, value },
    ],
  };
}

/** The rows of an answer by outcome and a field, one for each value of the field, those with most deals first. */
export function endedBy(answer: AggregateRows, field: string, amount: string): Ended[] {
  const found = new Map<Ended["value"], Ended>();
  for (const row of answer.rows) {
    const { value, label } = keyOf(row[field]);
    const ended = found.get(value) ?? { value, label, won: 0, lost: 0, amountWon: 0, amountLost: 0 };
    const count = Number(row.count ?? 0);
    const sum = Number(row[`sum_${amount}`] ?? 0);
    if (row.outcome === "won") {
      ended.won += count;
      ended.amountWon += sum;
    } else {
      ended.lost += count;
      ended.amountLost += sum;
    }
    found.set(value, ended);
  }
  return [...found.values()].toSorted((one, other) => other.won + other.lost - one.won - one.lost);
}

function keyOf(key: unknown): Pick<Ended, "value" | "label"> {
  if (typeof key === "object" && key !== null && "id" in key) {
    const { id, label } = key as { id: number; label?: string | null };
    return { value: id, label: label ?? null };
  }
  return { value: (key as string | null) ?? null, label: null };
}

/** How many of a hundred that were decided; nothing where none was. */
export function percent(part: number, of: number): string | null {
  return of === 0 ? null : `${Math.round((part / of) * 1000) / 10}%`;
}
