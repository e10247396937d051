import type { Filter } from "~/kernel/api/contract";
import { instantOf, parseDay, wallTime } from "~/kernel/text/dates";
import type { Whose } from "./due";

/** The field that says until when. */
export const DUE = "dueAt";

/** What is still to be done by the end of a week from now. */
export function todoFilter(whose: Whose, today: string): Filter {
  return {
    and: [
      { field: "owner", op: "eq", value: whose },
      { field: "status", op: "in", value: ["todo", "doing"] },
      { field: DUE, op: "lt", value: instantOf(`${parseDay("+8", today) ?? today}T00:00`) },
    ],
  };
}

/** The same time of the day, so many days after today. */
export function putOff(due: string, days: string, today: string): string {
  return instantOf(`${parseDay(days, today) ?? today}T${wallTime(due).slice(11, 16)}`);
}
