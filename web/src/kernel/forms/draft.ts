import type { BusinessObject, Draft, Field, Labelled, RecordData } from "~/kernel/api/contract";
import { isEmpty } from "~/kernel/fields/kind";
import { todayHere } from "~/kernel/text/dates";

/** The fields a form may offer: in the order of the sections, and only those the user may write. */
export interface FormSection {
  label: string;
  fields: Field[];
}

export function formSections(object: BusinessObject): FormSection[] {
  return object.sections
    .map(section => ({
      label: section.label,
      fields: section.fields
        .map(name => object.fields.find(field => field.name === name))
        .filter((field): field is Field => field !== undefined && !field.system && field.right !== "read"),
    }))
    .filter(section => section.fields.length > 0);
}

/** A new record starts from the defaults of its fields, then from what the caller knows already. */
export function startingDraft(object: BusinessObject, initial: Draft, circumstances: Circumstances): Draft {
  const draft: Draft = {};
  for (const field of object.fields) {
    if (field.system || field.right !== "edit") continue;
    const value = defaultOf(field, circumstances);
    if (!isEmpty(value)) draft[field.name] = value;
  }
  return { ...draft, ...initial };
}

/** Who is filling in the form, and when. */
export interface Circumstances {
  user: Labelled;
  now: Date;
}

/** A default is a value, or says what it is: the moment, or who creates the record. */
function defaultOf(field: Field, { user, now }: Circumstances): unknown {
  const given = field.default;
  if (typeof given !== "object" || given === null || !("is" in given)) return given;
  if (given.is === "currentUser") return user;
  if (given.is === "now") return field.kind === "date" ? todayHere(now) : now.toISOString();
  return null;
}

/** What differs from the record as it was read. */
export function changesOf(record: RecordData, draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => !sameValue(record[name], value)));
}

export function sameValue(left: unknown, right: unknown): boolean {
  if (isEmpty(left) && isEmpty(right)) return true;
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Required fields that are still empty. The server checks the rest, and fills in what has a default. */
export function missingFields(object: BusinessObject, draft: Draft): Field[] {
  return formSections(object)
    .flatMap(section => section.fields)
    .filter(field => field.required && !isGiven(field) && isEmpty(draft[field.name]));
}

function isGiven(field: Field): boolean {
  return field.kind === "autoNumber" || field.kind === "boolean";
}
