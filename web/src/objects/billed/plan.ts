import dayjs from "dayjs";
import { decimalOf, halfUp, unitsOf } from "~/kernel/text/units";

const PERCENT_DIGITS = 4;
const HUNDRED = 1_000_000n;

/** A term while it is being typed; the share is empty where the amount was typed. */
export interface TermRow {
  key: string;
  id?: number;
  name: string;
  /** `2026-12-01`; empty until it is chosen. */
  dueDate: string;
  share: string;
  amount: string;
  /** What was paid of it already, in units. */
  received: bigint;
}

/** The amount of a share of the whole, rounded half up; none for what is no percentage. */
export function amountOfShare(whole: bigint, share: string): bigint | undefined {
  const units = unitsOf(share, PERCENT_DIGITS);
  return units === undefined ? undefined : halfUp(whole * units, HUNDRED);
}

/** As many parts, as equal as they can be; the last takes what is left over. */
export function equalParts(whole: bigint, count: number): bigint[] {
  const part = whole / BigInt(count);
  return Array.from({ length: count }, (_, at) =>
    at === count - 1 ? whole - part * BigInt(count - 1) : part,
  );
}

/** The same day in the months from a day on; the last day of a month that is shorter. */
export function monthly(from: string, count: number): string[] {
  const first = dayjs(from);
  return Array.from({ length: count }, (_, at) => first.add(at, "month").format("YYYY-MM-DD"));
}

/** All amounts that are numbers. */
export function planned(rows: TermRow[], digits: number): bigint {
  return rows.reduce((sum, row) => sum + (unitsOf(row.amount, digits) ?? 0n), 0n);
}

/** The last term takes what the others leave; nothing changes where that is nothing. */
export function restToLast(rows: TermRow[], whole: bigint, digits: number): TermRow[] {
  const last = rows.at(-1);
  if (!last) return rows;
  const left = whole - planned(rows.slice(0, -1), digits);
  return left > 0n ? [...rows.slice(0, -1), { ...last, share: "", amount: decimalOf(left, digits) }] : rows;
}
