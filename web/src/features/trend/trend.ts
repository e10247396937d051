import type { Trend } from "~/kernel/api/contract";

type Point = Trend["points"][number];

/** `2026-11-01` of a month as `2026-11`; of a week its first day. */
export function stepName(unit: string, from: string): string {
  return unit === "month" ? from.slice(0, 7) : from;
}

/** What a line and its bands are drawn from: one entry for each step, `null` where there is nothing of it. */
export interface Bands {
  names: string[];
  actual: (number | null)[];
  foretold: (number | null)[];
  low80: (number | null)[];
  width80: (number | null)[];
  low95: (number | null)[];
  width95: (number | null)[];
}

/** The forecast begins where what is known ends, so that the lines meet. */
export function bandsOf(trend: Pick<Trend, "unit" | "points" | "outlook">): Bands {
  const steps = trend.outlook?.steps ?? [];
  const known = trend.points.length;
  const last = trend.points.at(-1)?.value ?? null;
  const none = (count: number): (number | null)[] => Array.from({ length: Math.max(0, count) }, () => null);
  const joined = (at: number | null, values: number[]) =>
    steps.length === 0 ? none(known) : [...none(known - 1), ...(known > 0 ? [at] : []), ...values];
  return {
    names: [...trend.points, ...steps].map(({ from }) => stepName(trend.unit, from)),
    actual: [...trend.points.map(({ value }) => value), ...none(steps.length)],
    foretold: joined(
      last,
      steps.map(({ value }) => value),
    ),
    low80: joined(
      last,
      steps.map(({ low80 }) => low80),
    ),
    width80: joined(
      0,
      steps.map(({ low80, high80 }) => high80 - low80),
    ),
    low95: joined(
      last,
      steps.map(({ low95 }) => low95),
    ),
    width95: joined(
      0,
      steps.map(({ low95, high95 }) => high95 - low95),
    ),
  };
}

/** The parts of the year that stand out most, above and below the others; the month or week they begin in. */
export function extremesOf(parts: Point[], count: number): { high: Point[]; low: Point[] } {
  const sorted = [...parts].sort((one, other) => other.value - one.value);
  return {
    high: sorted.slice(0, count).filter(part => part.value > 0),
    low: sorted
      .slice(-count)
      .reverse()
      .filter(part => part.value < 0),
  };
}
