import type { ReportQuestion } from "~/kernel/api/contract";
import type { Days, Rolling } from "~/kernel/fields/parts/periods";

export const SHOWS = [
  "value",
  "share",
  "shareOfRow",
  "shareOfColumn",
  "running",
  "change",
  "growth",
] as const;
export type Show = (typeof SHOWS)[number];

export const HAVING = ["gt", "ge", "lt", "le", "eq", "ne"] as const;

/** By what is grouped; ranges are the limits between them, ascending. */
export type Group = NonNullable<ReportQuestion["rows"]>[number];

/** What is computed of each group, under a name that formulas can use. */
export type Measure = ReportQuestion["measures"][number] & { name: string };
export type MeasureFunction = NonNullable<Measure["function"]>;

/** A period as filters have it: by name, rolling, or from one day until another. */
export type Range = string | Rolling | Days;

export type Comparison = NonNullable<ReportQuestion["compare"]>;
export type Having = NonNullable<ReportQuestion["having"]>[number];

/** What a report asks, while it is built: with all of its lists, and names for its measures. */
export type Question = Omit<ReportQuestion, "rows" | "columns" | "measures" | "period" | "sort"> & {
  rows: Group[];
  columns: Group[];
  measures: Measure[];
  period?: { field: string; range: Range } | null;
  sort?: { by: string; descending: boolean } | null;
};

/** A kept question may leave out what it has nothing of. */
export function questionOf(kept: object): Question {
  const { rows = [], columns = [], measures = [], ...rest } = kept as ReportQuestion;
  return {
    ...(rest as Omit<Question, "rows" | "columns" | "measures">),
    rows,
    columns,
    measures: measures.map(measure => ({ ...measure, name: measure.name ?? usualName(measure) })),
  };
}

/** What the server calls a measure that has no name of its own; what is sorted by it says so. */
function usualName({ function: computed = "count", field }: ReportQuestion["measures"][number]): string {
  return field ? `${computed}_${field}` : computed;
}

/** What the values of a group may be rounded to. */
export const BUCKETS = [
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "fiscalQuarter",
  "fiscalYear",
  "weekday",
  "monthOfYear",
  "hour",
  "province",
  "city",
  "district",
  "department",
] as const;
export type Bucket = (typeof BUCKETS)[number];

export function knownBucket(bucket: string | null | undefined): Bucket | undefined {
  return BUCKETS.find(each => each === bucket);
}

/** Where a group of a question stands. */
export type Shelf = "rows" | "columns";
export interface Spot {
  shelf: Shelf;
  at: number;
}

const MOST: Record<Shelf, number> = { rows: 3, columns: 2 };
export const MOST_MEASURES = 20;

const BEGUN: Measure[] = [{ name: "count", function: "count" }];

/** A question about an object begins with how many there are. */
export function emptyQuestion(object: string): Question {
  return { object, rows: [], columns: [], measures: BEGUN };
}

export function hasRoom(question: Question, shelf: Shelf): boolean {
  return question[shelf].length < MOST[shelf];
}

export function isGrouped(question: Question, field: string): boolean {
  return [...question.rows, ...question.columns].some(group => group.field === field);
}

/** With another group; on the other shelf where this one is full, and unchanged where both are. */
export function withGroup(question: Question, group: Group, shelf: Shelf, at?: number): Question {
  const other: Shelf = shelf === "rows" ? "columns" : "rows";
  const room = [shelf, other].find(each => hasRoom(question, each as Shelf)) as Shelf | undefined;
  if (!room) return question;
  const groups = question[room].toSpliced(room === shelf ? (at ?? MOST[room]) : MOST[room], 0, group);
  return { ...question, [room]: groups };
}

export function withoutGroup(question: Question, { shelf, at }: Spot): Question {
  const next = { ...question, [shelf]: question[shelf].toSpliced(at, 1) };
  return next.rows.length === 0 ? { ...next, top: null, others: false } : next;
}

export function changedGroup(question: Question, { shelf, at }: Spot, group: Group): Question {
  return { ...question, [shelf]: question[shelf].with(at, group) };
}

/** With a group moved to another place; a full shelf takes no more. */
export function movedGroup(question: Question, from: Spot, to: Spot): Question {
  const group = question[from.shelf][from.at];
  if (!group || (from.shelf !== to.shelf && !hasRoom(question, to.shelf))) return question;
  const rest = { ...question, [from.shelf]: question[from.shelf].toSpliced(from.at, 1) };
  return { ...rest, [to.shelf]: rest[to.shelf].toSpliced(to.at, 0, group) };
}

/** With another measure, under a name of its own; what a question began with gives way to the first that is chosen. */
export function withMeasure(question: Question, measure: Omit<Measure, "name">, at?: number): Question {
  if (question.measures.length >= MOST_MEASURES) return question;
  if (sameAs(question.measures, BEGUN) && measure.field) {
    return {
      ...question,
      measures: [{ name: freeName({ ...question, measures: [] }, measure), ...measure }],
    };
  }
  const named = { name: freeName(question, measure), ...measure };
  return { ...question, measures: question.measures.toSpliced(at ?? question.measures.length, 0, named) };
}

export function changedMeasure(question: Question, at: number, measure: Measure): Question {
  return { ...question, measures: question.measures.with(at, measure) };
}

export function movedMeasure(question: Question, from: number, to: number): Question {
  const measure = question.measures[from];
  if (!measure) return question;
  return { ...question, measures: question.measures.toSpliced(from, 1).toSpliced(to, 0, measure) };
}

/** Without a measure, and what is sorted or limited by it; the last one stays. */
export function withoutMeasure(question: Question, at: number): Question {
  const gone = question.measures[at];
  if (!gone || question.measures.length === 1) return question;
  return {
    ...question,
    measures: question.measures.toSpliced(at, 1),
    having: question.having?.filter(({ measure }) => measure !== gone.name),
    sort: question.sort?.by === gone.name ? null : question.sort,
  };
}

/** A name that formulas can use: `amount`, `amount2`. */
function freeName(question: Question, measure: Omit<Measure, "name">): string {
  const taken = new Set(question.measures.map(({ name }) => name));
  const base = (measure.field?.split(".").at(-1) ?? measure.of ?? measure.function ?? "value").replace(
    /[^A-Za-z0-9]/g,
    "",
  );
  const start = /^[a-z]/.test(base) ? base : `m${base}`;
  if (!taken.has(start)) return start;
  let number = 2;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}

/** What the server is asked: nothing that says nothing, and no comparison without a period. */
export function asked(question: Question): Question {
  const { filter, period, compare, having, sort, top, others, gaps, ...rest } = question;
  return {
    ...rest,
    ...(filter ? { filter } : {}),
    ...(period ? { period } : {}),
    ...(period && compare ? { compare } : {}),
    ...(having?.length ? { having } : {}),
    ...(sort ? { sort } : {}),
    ...(top && rest.rows.length ? { top, ...(others ? { others } : {}) } : {}),
    ...(gaps ? { gaps } : {}),
  };
}

export function sameAs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
