import type { Language } from "~/kernel/api/contract";
import { sayIn } from "~/kernel/i18n/messages";
import {
  type Answer,
  addsUp,
  Cells,
  drawable,
  isCompared,
  type Mark,
  type Measure,
  type Member,
  numberOf,
  type Spot,
  type Value,
} from "./answer";
import { type ChartChoice, type ChartKind, isRanged, isTimed } from "./kinds";
import { chartWords } from "./messages";
import { memberText } from "./reading";

/** One point of a series. */
export interface Point {
  value: number | null;
  exact: Value;
  /** The same a period before, where that was asked. */
  before: Value;
  mark: Mark;
}

export interface Series {
  name: string;
  measure: Measure;
  /** Shows how it was a period before. */
  past: boolean;
  points: Point[];
}

/** An answer as categories and series over them. */
export interface Plot {
  categories: string[];
  /** The categories follow each other, and not every one must be named. */
  ordered: boolean;
  series: Series[];
}

/** How many members of a second dimension can be told apart in a drawing. */
export const MOST_SERIES = 24;

/** The measure that is drawn where there is room for one: the chosen, else the first. */
export function drawnMeasure(answer: Answer, choice: ChartChoice): number {
  const candidates = drawable(answer);
  return candidates.find(index => answer.measures[index]?.name === choice.measure) ?? candidates[0] ?? 0;
}

/** The dimension along the axis, and the one that is told apart by series. */
export function axesOf(answer: Answer, kind: ChartKind): [axis: number, split: number | null] {
  const { dimensions } = answer;
  if (dimensions.length < 2) return [0, null];
  const ordered = dimensions.findIndex(dimension => isTimed(dimension) || isRanged(dimension));
  const axis = (kind === "line" || kind === "area") && ordered > 0 ? ordered : 0;
  return [axis, axis === 0 ? 1 : 0];
}

/** What bars and lines draw: the members of a second dimension as series, or else the measures. */
export function plotOf(
  answer: Answer,
  choice: ChartChoice,
  kind: ChartKind,
  language: Language,
  past: string,
): Plot {
  const say = sayIn(language, chartWords);
  const cells = new Cells(answer);
  const [axis, split] = axesOf(answer, kind);
  const along = answer.dimensions[axis];
  if (!along) return { categories: [], ordered: false, series: [] };
  const ordered = isTimed(along) || isRanged(along);
  // What has no place in time does not belong on a line.
  const shown = along.members.flatMap((member, index) =>
    (kind === "line" || kind === "area") && ordered && isNowhere(member) ? [] : [index],
  );
  const categories = shown.map(index => memberText(along, along.members[index], language));
  const pointsOf = (measure: number, spotOf: (member: number) => Spot, isPast = false) => {
    const nothing = addsUp(answer, measure) ? 0 : null;
    return shown.map((member): Point => {
      const mark = { ...spotOf(member), measure };
      const exact = isPast ? cells.before(mark) : cells.value(mark);
      return { value: numberOf(exact) ?? nothing, exact, before: cells.before(mark), mark };
    });
  };
  const second = split === null ? undefined : answer.dimensions[split];
  if (second && split !== null) {
    const measure = drawnMeasure(answer, choice);
    return {
      categories,
      ordered,
      series: second.members.slice(0, MOST_SERIES).map((member, index) => ({
        name: memberText(second, member, language),
        measure: answer.measures[measure] as Measure,
        past: false,
        points: pointsOf(measure, at => inOrder([axis, at], [split, index])),
      })),
    };
  }
  const compared = isCompared(answer) && kind !== "stacked" && kind !== "area";
  return {
    categories,
    ordered,
    series: drawable(answer).flatMap(index => {
      const measure = answer.measures[index] as Measure;
      const series = (isPast: boolean): Series => ({
        name: isPast ? say("ofBefore", { name: measure.label, before: past }) : measure.label,
        measure,
        past: isPast,
        points: pointsOf(index, at => ({ by: [axis], at: [at] }), isPast),
      });
      return compared ? [series(true), series(false)] : [series(false)];
    }),
  };
}

function isNowhere({ value }: Member): boolean {
  return value === null || value === undefined;
}

/** Two dimensions as a place names them: ascending. */
export function inOrder(...pairs: [dimension: number, member: number][]): Spot {
  const sorted = pairs.toSorted(([one], [other]) => one - other);
  return { by: sorted.map(([dimension]) => dimension), at: sorted.map(([, member]) => member) };
}
