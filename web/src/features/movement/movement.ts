import type { PipelineMovement } from "~/kernel/api/contract";

export type Part = PipelineMovement["parts"][number];

/** The days from which one asks, by name: all ISO dates. */
export function daysFrom(today: string): Record<"yesterday" | "monday" | "month" | "quarter", string> {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const date = new Date(`${today}T00:00:00Z`);
  const back = (days: number) => new Date(date.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const first = (ofMonth: number) => `${year}-${String(ofMonth).padStart(2, "0")}-01`;
  return {
    yesterday: back(1),
    monday: back((date.getUTCDay() + 6) % 7),
    month: first(month),
    quarter: first(month - ((month - 1) % 3)),
  };
}

/** By how much a part has changed what all would bring. */
export function changeOf(part: Part): number {
  switch (part.part) {
    case "came":
      return Number(part.now);
    case "won":
    case "lost":
      return -Number(part.before);
    default:
      return Number(part.now) - Number(part.before);
  }
}
