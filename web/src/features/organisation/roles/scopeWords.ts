import type { Scope } from "~/kernel/api/contract";
import type { organisationWords } from "../messages";

/** The word for each scope. */
export const SCOPE_WORDS = {
  own: "own",
  subordinates: "subordinates",
  department: "departmentScope",
  departmentTree: "departmentTree",
  departments: "departmentsScope",
  region: "region",
  all: "allScope",
  filter: "filter",
} as const satisfies Record<Scope, keyof typeof organisationWords>;
