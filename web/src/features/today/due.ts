import type { BusinessObject, Field, Filter, Labelled, RecordData, RecordQuery } from "~/kernel/api/contract";
import { daysFromToday, instantOf, parseDay, wallTime } from "~/kernel/text/dates";

/** The field that says when to be in touch again. */
export const NEXT_CONTACT = "nextContactAt";

/** The field that says what to do next. */
const NEXT_STEP = "nextStep";

export type Bucket = "overdue" | "dueToday" | "soon";

/** Whose work is looked at; who leads others may look at theirs. */
export type Whose = "me" | "myTeam";

export interface Due {
  object: BusinessObject;
  record: RecordData;
  name: string;
  at: string;
  phone: string | null;
  /** What is to be done then, where the object notes it. */
  step: string | null;
  owner: Labelled | null;
}

/** Objects that one is in touch with and that know when the next contact is; a follow-up only sets it. */
export function contactable(objects: BusinessObject[]): BusinessObject[] {
  return objects.filter(
    object =>
      object.capabilities.includes("followed") && nextContactField(object)?.filterable && object.verbs.read,
  );
}

export function nextContactField(object: BusinessObject): Field | undefined {
  return object.fields.find(field => field.name === NEXT_CONTACT && field.right !== "masked");
}

/** Records of this object whose next contact lies before the end of that day: mine, or those of my team. */
export function dueQuery(
  object: BusinessObject,
  lastDay: string,
  limit: number,
  whose: Whose = "me",
): RecordQuery {
  const before: Filter = {
    field: NEXT_CONTACT,
    op: "lt",
    value: instantOf(`${parseDay("+1", lastDay)} 00:00`),
  };
  const owned = object.fields.some(field => field.name === "owner" && field.filterable);
  return {
    filter: owned ? { and: [before, { field: "owner", op: "eq", value: whose }] } : before,
    fields: [
      ...new Set([
        object.titleField,
        NEXT_CONTACT,
        ...phoneFields(object),
        ...(object.fields.some(field => field.name === NEXT_STEP) ? [NEXT_STEP] : []),
        ...(owned && whose === "myTeam" ? ["owner"] : []),
      ]),
    ],
    sort: [{ field: NEXT_CONTACT, descending: false }],
    limit,
    count: "capped",
  };
}

export function dueOf(object: BusinessObject, record: RecordData): Due {
  const phone = phoneFields(object)
    .map(name => record[name])
    .find(value => typeof value === "string" && value !== "" && !value.includes("*"));
  return {
    object,
    record,
    name: String(record[object.titleField] ?? ""),
    at: String(record[NEXT_CONTACT]),
    phone: (phone as string | undefined) ?? null,
    step: (record[NEXT_STEP] as string | null | undefined) ?? null,
    owner: (record.owner as Labelled | null | undefined) ?? null,
  };
}

export function bucketOf(at: string, today: string): Bucket {
  const days = daysFromToday(wallTime(at).slice(0, 10), today);
  return days < 0 ? "overdue" : days === 0 ? "dueToday" : "soon";
}

/** Postponing keeps the hour that was agreed. */
export function postponed(at: string, day: string): string {
  return instantOf(`${day} ${wallTime(at).slice(11)}`);
}

function phoneFields(object: BusinessObject): string[] {
  return object.fields.filter(field => field.kind === "phone").map(field => field.name);
}
