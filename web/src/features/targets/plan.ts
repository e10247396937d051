import type { TargetMeasures, TargetYear } from "~/kernel/api/contract";
import { parseDecimal } from "~/kernel/text/decimals";

export type Row = TargetYear["rows"][number];
export type Measure = TargetMeasures["items"][number];

/** What was typed, by cell; an empty text takes the target away. */
export type Draft = Readonly<Record<string, string>>;

export type Spread = "even" | "current" | "lastYear";

export const MONTHS = 12;

/** The columns: the year, and each quarter before its months. */
export const COLUMNS: readonly (readonly number[])[] = [
  Array.from({ length: MONTHS }, (_, month) => month),
  ...[0, 3, 6, 9].flatMap(first => [[first, first + 1, first + 2], [first], [first + 1], [first + 2]]),
];

/** Names the cell of a row and a month of its year, counted from 0. */
export function cellKey(row: Pick<Row, "kind" | "id">, month: number): string {
  return `${row.kind}:${row.id}:${month}`;
}

/** What stands in a cell: what was typed, or else what was set. */
export function textOf(row: Row, month: number, draft: Draft): string {
  return draft[cellKey(row, month)] ?? row.cells[month]?.amount?.replace(/\.0+$/, "") ?? "";
}

/** What stands there as a number; nothing where there is none, or what was typed is none. */
export function amountOf(row: Row, month: number, draft: Draft): number | null {
  const text = textOf(row, month, draft);
  const amount = text.trim() === "" ? undefined : parseDecimal(text);
  return amount === undefined ? null : Number(amount);
}

export type Fault = "notNumber" | "negative" | "whole";

/** What is wrong with what was typed. */
export function faultOf(typed: string, unit: string): Fault | null {
  if (typed.trim() === "") return null;
  const amount = parseDecimal(typed);
  if (amount === undefined) return "notNumber";
  if (amount.startsWith("-")) return "negative";
  return unit === "count" && /\.\d*[1-9]/.test(amount) ? "whole" : null;
}

/** The sum of some months; nothing where none is set. */
export function sumOf(row: Row, months: readonly number[], draft: Draft): number | null {
  const amounts = months.map(month => amountOf(row, month, draft)).filter(amount => amount !== null);
  return amounts.length > 0 ? cents(amounts.reduce((sum, amount) => sum + amount, 0)) : null;
}

/**
 * What is aimed at below a department in a month: its people, and the departments below by their own target or else what
 * is below them.
 */
export function belowOf(rows: readonly Row[], department: number, month: number, draft: Draft): number {
  let sum = 0;
  for (const row of rows) {
    if (row.department !== department) continue;
    const own = amountOf(row, month, draft);
    sum += own ?? (row.kind === "department" ? belowOf(rows, row.id, month, draft) : 0);
  }
  return cents(sum);
}

/**
 * A total over some parts by their weights, evenly where these say nothing. Counts stay whole, money keeps its cents where
 * the total has some; what rounding leaves comes last, so that the parts make up the total.
 */
export function spread(total: number, weights: readonly number[], unit: string): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const step = unit === "count" || Number.isInteger(total) ? 1 : 0.01;
  const parts: number[] = [];
  let given = 0;
  let weighed = 0;
  weights.forEach((weight, at) => {
    weighed += sum > 0 ? weight / sum : 1 / weights.length;
    const upTo = at === weights.length - 1 ? total : Math.round((total * weighed) / step) * step;
    parts.push(cents(upTo - given));
    given = upTo;
  });
  return parts;
}

/** Last year's target, more or less a percentage, to the nearest step. */
export function adjusted(previous: string, percent: number, step: number): number {
  return Math.round((Number(previous) * (1 + percent / 100)) / step) * step;
}

/** A block copied from a spreadsheet: lines of cells. A single value is none. */
export function blockOf(pasted: string): string[][] | null {
  const text = pasted.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(text)) return null;
  return text.split("\n").map(line => line.split("\t").map(cell => cell.trim()));
}

/** Numbers as they are typed: without needless zeros. */
export function written(amount: number): string {
  return String(cents(amount));
}

/** The changes that mean something: the same number as before is none. */
export function changesOf(
  rows: readonly Row[],
  draft: Draft,
): { row: Row; month: number; amount: string | null }[] {
  return rows.flatMap(row =>
    row.cells.flatMap((cell, month) => {
      const typed = draft[cellKey(row, month)];
      if (typed === undefined) return [];
      const amount = typed.trim() === "" ? null : (parseDecimal(typed) ?? null);
      const before = cell.amount ?? null;
      const same = amount === null || before === null ? amount === before : Number(amount) === Number(before);
      return same ? [] : [{ row, month, amount }];
    }),
  );
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
