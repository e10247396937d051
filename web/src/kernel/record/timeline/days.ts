import type { TimelineItem } from "~/kernel/api/contract";
import { wallTime } from "~/kernel/text/dates";

/** What happened on one day. */
export interface Day {
  day: string;
  items: TimelineItem[];
}

/** Items as they come, newest first, under the day they happened on. */
export function byDay(items: TimelineItem[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const day = wallTime(item.at).slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
