import dayjs from "dayjs";
import type { Field } from "~/kernel/api/contract";
import { instantOf } from "~/kernel/text/dates";

/** The days one most often promises to call again. */
export const SOON = ["tomorrow", "inThreeDays", "nextMonday"] as const;
export type Soon = (typeof SOON)[number];

export function dayOf(soon: Soon, today: string): string {
  const start = dayjs(today);
  switch (soon) {
    case "tomorrow":
      return start.add(1, "day").format("YYYY-MM-DD");
    case "inThreeDays":
      return start.add(3, "day").format("YYYY-MM-DD");
    case "nextMonday": {
      const sinceMonday = (start.day() + 6) % 7;
      return start.add(7 - sinceMonday, "day").format("YYYY-MM-DD");
    }
  }
}

/** The usual days, each once: on a Sunday, tomorrow is the next Monday. */
export function soonDays(today: string): { soon: Soon; day: string }[] {
  const days = SOON.map(soon => ({ soon, day: dayOf(soon, today) }));
  return days.filter(({ day }, index) => days.findIndex(other => other.day === day) === index);
}

/** A day as the field takes it; a moment means nine in the morning. */
export function contactValue(field: Field, day: string): string {
  return field.kind === "date" ? day : instantOf(`${day} 09:00`);
}
