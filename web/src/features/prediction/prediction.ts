import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page, Prediction } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";

export const predictionKey = ["predictions"] as const;

export type Model = NonNullable<Prediction["model"]>;
export type Bin = Model["metrics"]["bins"][number];

/** @param waiting for what is being learnt */
export function usePredictions(waiting: boolean) {
  return useQuery({
    queryKey: predictionKey,
    queryFn: ({ signal }) => api.get<Page<Prediction>>("/predictions", signal),
    throwOnError: withoutData,
    refetchInterval: waiting ? 2000 : false,
  });
}

/** A share as people say it, to a tenth of a percent. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** A point of the calibration picture, in its own units from the upper left. */
export interface Point {
  x: number;
  y: number;
  radius: number;
}

/** Where what was said (to the right) meets what came (upwards), on a square of this size. */
export function pointsOf(bins: Bin[], size: number): Point[] {
  const most = Math.max(1, ...bins.map(bin => bin.records));
  return bins.map(bin => ({
    x: bin.said * size,
    y: (1 - bin.came) * size,
    radius: 3 + 3 * Math.sqrt(bin.records / most),
  }));
}

/** The clues that have moved too far, by what they are called. */
export function driftedClues(prediction: Prediction): string[] {
  return prediction.clues.filter(clue => clue.moved === "drifted").map(clue => clue.label);
}
