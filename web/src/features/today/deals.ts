import type { BusinessObject, Filter, RecordQuery } from "~/kernel/api/contract";
import { parseDay } from "~/kernel/text/dates";
import type { Whose } from "./due";

/** From this day on a deal rots. */
export const ROTS_ON = "rotsOn";

const SHOWN = 8;

/** Open deals that should be won by the end of a week from now, or should have been. */
export function closingFilter(expected: string, today: string, whose: Whose): Filter {
  return openOf(whose, { field: expected, op: "le", value: parseDay("+7", today) ?? today });
}

/** Open deals in which nothing has moved for too long. */
export function rottingFilter(whose: Whose): Filter {
  return openOf(whose, { field: ROTS_ON, op: "le", value: "today" });
}

function openOf(whose: Whose, late: Filter): Filter {
  return {
    and: [{ field: "owner", op: "eq", value: whose }, { field: "outcome", op: "eq", value: "open" }, late],
  };
}

/** The first of them by a day. */
export function dueQuery(
  object: BusinessObject,
  filter: Filter,
  by: string,
  more: string[] = [],
): RecordQuery {
  return {
    filter,
    fields: [object.titleField, by, ...more],
    sort: [{ field: by, descending: false }],
    limit: SHOWN,
    may: true,
    count: "capped",
  };
}
