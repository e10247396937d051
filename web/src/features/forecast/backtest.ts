import type { ForecastBackTest } from "~/kernel/api/contract";

export const HORIZONS = ["start", "middle", "twoWeeks"] as const;
export type Horizon = (typeof HORIZONS)[number];

type Point = ForecastBackTest["points"][number];

/** The periods at one horizon, the newest first. */
export function pointsAt(tested: Pick<ForecastBackTest, "points">, horizon: Horizon): Point[] {
  return tested.points
    .filter(point => point.horizon === horizon)
    .sort((one, other) => other.from.localeCompare(one.from));
}

/** The ways that have said anything, as the server puts them in order. */
export function methodsOf(points: Point[]): string[] {
  return [...new Set(points.flatMap(point => point.foretold.map(({ method }) => method)))].sort(
    (one, other) => ORDER.indexOf(one) - ORDER.indexOf(other),
  );
}

const ORDER = ["byStage", "byModel", "commit", "submitted", "pastYield", "lastYear", "lastPeriod", "runRate"];
