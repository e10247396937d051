import type { Filter } from "~/kernel/api/contract";

/** What a date is rounded to, or a region. */
export type Bucket =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "fiscalQuarter"
  | "fiscalYear"
  | "weekday"
  | "monthOfYear"
  | "hour"
  | "province"
  | "city"
  | "district";

/** One member of a dimension: a person, a stage, a month. */
export interface Member {
  value: unknown;
  label?: string | null;
  /** Which records belong to it; absent of what stands for several. */
  filter?: Filter | null;
  /** Stands for all that are not among the first. */
  others?: boolean;
}

export interface Dimension {
  on: "rows" | "columns";
  field: string;
  label: string;
  /** What its members were rounded to, or that they are ranges of numbers. */
  bucket?: Bucket | "ranges" | null;
  /** In the order they are shown in. */
  members: Member[];
}

export type MeasureKind = "count" | "number" | "money" | "percent" | "date" | "dateTime" | "text";

export interface Measure {
  name: string;
  label: string;
  kind: MeasureKind;
  currency?: string | null;
  /** Which of the records it counts. */
  filter?: Filter | null;
}

/** A decimal as text, a number of records, or nothing. */
export type Value = string | number | null;

export interface Cell {
  at: number[];
  values: Value[];
  /** The same a period before, where that was asked. */
  before?: Value[] | null;
}

/** The figures by some of the dimensions: the finest level has all of them, the total none. */
export interface Level {
  by: number[];
  cells: Cell[];
}

/** What a report found. */
export interface Answer {
  dimensions: Dimension[];
  measures: Measure[];
  levels: Level[];
  /** Filter and period of the question. */
  filter?: Filter | null;
  at: string;
}

/** A place in an answer: some dimensions, and one member of each. */
export interface Spot {
  by: number[];
  at: number[];
}

/** One figure of an answer. */
export interface Mark extends Spot {
  measure: number;
}

/** The total of all. */
export const EVERYTHING: Spot = { by: [], at: [] };

/** The figures of an answer, found by their place. */
export class Cells {
  private readonly levels = new Map<string, Map<string, Cell>>();

  constructor(answer: Answer) {
    for (const { by, cells } of answer.levels) {
      const level = new Map<string, Cell>();
      for (const cell of cells) level.set(keyOf(by, cell.at), cell);
      this.levels.set(levelOf(by), level);
    }
  }

  at({ by, at }: Spot): Cell | undefined {
    return this.levels.get(levelOf(by))?.get(keyOf(by, at));
  }

  value({ measure, ...spot }: Mark): Value {
    return this.at(spot)?.values[measure] ?? null;
  }

  before({ measure, ...spot }: Mark): Value {
    return this.at(spot)?.before?.[measure] ?? null;
  }

  /** The places by these dimensions at which there is anything, in the order of the members. */
  spots(by: number[]): Spot[] {
    const level = this.levels.get(levelOf(by));
    if (!level) return [];
    const sorted = [...by].sort((one, other) => one - other);
    return [...level.values()]
      .map(cell => ({ by, at: by.map(dimension => cellAt(sorted, cell, dimension)) }))
      .toSorted((one, other) => compareAt(one.at, other.at));
  }
}

/** Levels name their dimensions ascending; who asks may name them in the order of reading. */
function levelOf(by: number[]): string {
  return [...by].sort((one, other) => one - other).join();
}

function keyOf(by: number[], at: number[]): string {
  return by
    .map((dimension, index) => [dimension, at[index] as number] as const)
    .sort(([one], [other]) => one - other)
    .map(([, member]) => member)
    .join();
}

function cellAt(sorted: number[], cell: Cell, dimension: number): number {
  return cell.at[sorted.indexOf(dimension)] as number;
}

function compareAt(one: number[], other: number[]): number {
  for (const [index, member] of one.entries()) {
    const difference = member - (other[index] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A figure as a number to draw with; what is none is nothing. */
export function numberOf(value: Value | undefined): number | null {
  if (value === null || value === undefined || value === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** By how much of itself a figure has grown; nothing where there was nothing. */
export function growthOf(value: Value, before: Value): number | null {
  const [now, then] = [numberOf(value), numberOf(before)];
  return now === null || then === null || then === 0 ? null : (now - then) / Math.abs(then);
}

export const isCompared = (answer: Answer): boolean =>
  answer.levels.some(level => level.cells.some(cell => Boolean(cell.before)));

/** Whether a measure of groups adds up to its total: where there are no records it is nought then, and not unknown. */
export function addsUp(answer: Answer, measure: number): boolean {
  const sum = (level: Level | undefined) =>
    level?.cells.reduce((all, { values }) => all + (numberOf(values[measure]) ?? 0), 0) ?? Number.NaN;
  const [finest, total] = [sum(answer.levels[0]), sum(answer.levels.at(-1))];
  return Math.abs(finest - total) <= Math.abs(total) * 1e-9;
}

/** Measures that can be drawn: not dates, not words. */
export function drawable(answer: Answer): number[] {
  return answer.measures.flatMap(({ kind }, index) =>
    kind === "date" || kind === "dateTime" || kind === "text" ? [] : [index],
  );
}
