import type { StageStep } from "~/kernel/api/contract";

const DAY = 86_400_000;

/** How many whole days a record has spent in each stage, all its visits together. */
export function daysSpent(steps: StageStep[], until: Date): Map<string, number> {
  const spent = new Map<string, number>();
  steps.forEach((step, at) => {
    if (step.to === null) return;
    const left = steps[at + 1]?.at ?? until.toISOString();
    const time = Math.max(0, Date.parse(left) - Date.parse(step.at));
    spent.set(step.to, (spent.get(step.to) ?? 0) + time);
  });
  return new Map([...spent].map(([stage, time]) => [stage, Math.floor(time / DAY)]));
}
