import type { BusinessObject, Draft, StaleBody } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { toWire } from "~/kernel/fields/registry";

/** A field that both of us changed, to different values. */
export interface Conflict {
  field: string;
  mine: unknown;
  theirs: unknown;
}

/** Where my change and the other one disagree; fields that only one of us changed merge by themselves. */
export function conflictsOf(object: BusinessObject, stale: StaleBody, mine: Draft, base: Draft): Conflict[] {
  return Object.keys(mine)
    .filter(name => name in stale.current)
    .filter(name => {
      const theirs = stale.current[name];
      return !sameValue(object, name, theirs, mine[name]) && !sameValue(object, name, theirs, base[name]);
    })
    .map(field => ({ field, mine: mine[field], theirs: stale.current[field] }));
}

/** My change without the fields where theirs shall stand. */
export function mergedChange(mine: Draft, keepTheirs: ReadonlySet<string>): Draft {
  return Object.fromEntries(Object.entries(mine).filter(([name]) => !keepTheirs.has(name)));
}

/** Whether two values are the same to the server, however they are labelled. */
export function sameValue(object: BusinessObject, name: string, one: unknown, other: unknown): boolean {
  return written(object, name, one) === written(object, name, other);
}

function written(object: BusinessObject, name: string, value: unknown): string {
  const wire = fieldOf(object, name) ? toWire(object, { [name]: value })[name] : value;
  return JSON.stringify(wire ?? null);
}
