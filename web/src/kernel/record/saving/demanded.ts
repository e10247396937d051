import type { BusinessObject, Draft, Field } from "~/kernel/api/contract";
import type { Problem } from "~/kernel/api/problem";
import { fieldOf } from "~/kernel/catalog/catalog";
import { isEditable } from "~/kernel/list/grid/columns";

/** A field that must be filled in for a change to go through, and why. */
export interface Demanded {
  field: Field;
  message: string;
}

/** What a refused change lacks, if that is all that is wrong with it and the user can fill it in. */
export function demandedBy(object: BusinessObject, problem: Problem, change: Draft): Demanded[] {
  const demanded = Object.entries(problem.byField()).map(([name, message]) => ({
    field: name in change ? undefined : fieldOf(object, name),
    message,
  }));
  const all = demanded.filter((each): each is Demanded => !!each.field && isEditable(object, each.field));
  return problem.status === 422 && all.length === demanded.length ? all : [];
}
