import type { Pipelines } from "~/kernel/api/contract";
import type { Pipeline } from "~/kernel/pipelines/pipelines";

export type Stage = Pipeline["stages"][number];

/** The list with the item at one place moved by so many. */
export function shifted<T>(items: T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  if (to < 0 || to >= items.length) return items;
  const next = [...items];
  const [item] = next.splice(at, 1);
  next.splice(to, 0, item as T);
  return next;
}

/** A stage that comes last starts between the one before it and a win. */
export function newStage(key: string, before: Stage | undefined): Stage {
  const rate = before ? Math.round((Number(before.rate) + 100) / 2) : 10;
  return {
    key,
    rate: String(rate),
    rottingDays: before?.rottingDays ?? null,
    tasks: [],
    category: before?.category ?? "pipeline",
  };
}

/** What goes over the wire. */
export function wireOf(pipelines: Pipelines): { version: number; pipelines: Pipeline[] } {
  return { version: pipelines.version, pipelines: pipelines.pipelines };
}
