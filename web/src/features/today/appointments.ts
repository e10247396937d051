import type { Filter } from "~/kernel/api/contract";
import type { Whose } from "./due";

/** Visits that were planned and whose time has passed. */
export function unvisitedFilter(whose: Whose): Filter {
  return {
    and: [
      { field: "owner", op: "eq", value: whose },
      { field: "kind", op: "eq", value: "visit" },
      { field: "status", op: "eq", value: "planned" },
      { field: "lastAt", op: "lt", value: "now" },
      { field: "repeat", op: "empty" },
    ],
  };
}
