import type { ReportTable } from "~/kernel/api/contract";

/** What a report found. */
export type Answer = ReportTable;

/** By what it is told, in the order its members are shown in. */
export type Dimension = Answer["dimensions"][number];

/** One member of a dimension: a person, a stage, a month; or all others together. */
export type Member = Dimension["members"][number];

export type Measure = Answer["measures"][number];

/** The figures by some of the dimensions: the finest level has all of them, the total none. */
export type Level = Answer["levels"][number];

export type Cell = Level["cells"][number];

/** A decimal as text, a number of records, or nothing. */
export type Value = Cell["values"][number];

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

/** Measures that can be drawn: not dates. */
export function drawable(answer: Answer): number[] {
  return answer.measures.flatMap(({ kind }, index) =>
    kind === "date" || kind === "dateTime" ? [] : [index],
  );
}
