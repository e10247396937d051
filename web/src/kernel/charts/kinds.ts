import { type Answer, type Dimension, drawable } from "./answer";
import { areaOf } from "./areas";

export const CHART_KINDS = [
  "table",
  "pivot",
  "bar",
  "stacked",
  "line",
  "area",
  "pie",
  "funnel",
  "gauge",
  "kpi",
  "scatter",
  "heat",
  "map",
] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** How an answer is to be shown. */
export interface ChartChoice {
  kind: ChartKind;
  /** What is to be reached, for figures and gauges. */
  goal?: string | null;
  /** The measure that is drawn where there is room for one. */
  measure?: string | null;
}

/** What decides which charts suit an answer. */
interface Shape {
  dimensions: number;
  measures: number;
  /** Something is counted by time, or by ranges of numbers: by what has an order of its own. */
  ordered: boolean;
  /** By time alone. */
  timed: boolean;
  /** All measures are of one kind, and can be stacked. */
  alike: boolean;
  /** Parts of a whole can be shown: nothing is below nought. */
  parts: boolean;
  /** Regions that can be drawn where they lie. */
  placed: boolean;
}

const RULES: Record<ChartKind, (shape: Shape) => boolean> = {
  table: () => true,
  pivot: ({ dimensions }) => dimensions >= 2,
  bar: ({ dimensions, measures }) => measures > 0 && between(dimensions, 1, 2),
  stacked: ({ dimensions, measures, alike }) =>
    (dimensions === 2 && measures > 0) || (dimensions === 1 && measures > 1 && alike),
  line: ({ dimensions, measures, ordered }) => measures > 0 && ordered && between(dimensions, 1, 2),
  area: ({ dimensions, measures, ordered, parts, alike }) =>
    measures > 0 && ordered && parts && (dimensions === 2 || (dimensions === 1 && alike)),
  pie: ({ dimensions, measures, parts }) => dimensions === 1 && measures > 0 && parts,
  funnel: ({ dimensions, measures, parts, timed }) => dimensions === 1 && measures > 0 && parts && !timed,
  gauge: ({ dimensions, measures, parts }) => dimensions === 0 && measures > 0 && parts,
  kpi: ({ dimensions, measures, timed }) => measures > 0 && (dimensions === 0 || (dimensions === 1 && timed)),
  scatter: ({ dimensions, measures }) => dimensions === 1 && measures > 1,
  heat: ({ dimensions, measures }) => dimensions === 2 && measures > 0,
  map: ({ dimensions, measures, placed }) => dimensions === 1 && measures > 0 && placed,
};

/** The charts that suit an answer, in their order. */
export function suitable(answer: Answer): ChartKind[] {
  const shape = shapeOf(answer);
  return CHART_KINDS.filter(kind => RULES[kind](shape));
}

/** The kind that reports name, where this is one that can be drawn here. */
export function knownKind(kind: string | null | undefined): ChartKind | undefined {
  return CHART_KINDS.find(each => each === kind);
}

/** The chart that shows an answer: the chosen one where it suits, else what fits best. */
export function shownKind(answer: Answer, chosen: ChartKind | null | undefined): ChartKind {
  const shape = shapeOf(answer);
  const wanted = knownKind(chosen);
  if (wanted && RULES[wanted](shape)) return wanted;
  const best: ChartKind = shape.ordered ? "line" : shape.dimensions === 2 ? "stacked" : "bar";
  return (["kpi", best, "table"] as const).find(
    kind => RULES[kind](shape) && (kind !== "kpi" || shape.dimensions === 0),
  ) as ChartKind;
}

function shapeOf(answer: Answer): Shape {
  const measures = drawable(answer);
  const timed = answer.dimensions.some(isTimed);
  return {
    dimensions: answer.dimensions.length,
    measures: measures.length,
    timed,
    ordered: timed || answer.dimensions.some(isRanged),
    alike: new Set(measures.map(measure => answer.measures[measure]?.kind)).size === 1,
    placed: answer.dimensions.some(dimension => areaOf(dimension) !== null),
    parts: !answer.levels.some(level =>
      level.cells.some(cell => measures.some(measure => Number(cell.values[measure] ?? 0) < 0)),
    ),
  };
}

const TIMELESS = new Set(["province", "city", "district", "department", "ranges"]);

export function isTimed({ bucket }: Dimension): boolean {
  return Boolean(bucket) && !TIMELESS.has(bucket as string);
}

export function isRanged({ bucket }: Dimension): boolean {
  return bucket === "ranges";
}

function between(number: number, least: number, most: number): boolean {
  return number >= least && number <= most;
}
