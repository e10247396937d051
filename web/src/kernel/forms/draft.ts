import type { BusinessObject, Draft, Field, Labelled, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { type FieldStates, shownSections } from "~/kernel/conditions/fieldRules";
import { isEmpty } from "~/kernel/fields/kind";
import { todayHere } from "~/kernel/text/dates";

/** A part of a form, with the fields in it that the user may write. */
export interface FormPart {
  label: string;
  fields: Field[];
  columns: number;
  collapsed: boolean;
  wide: string[];
}

/** The parts of a form as its layout has them, of what is shown for these values. */
export function formParts(object: BusinessObject, values: Draft, states: FieldStates): FormPart[] {
  return shownSections(object, values, states)
    .map(section => ({
      label: section.label,
      columns: section.columns ?? 2,
      collapsed: section.collapsed ?? false,
      wide: section.wide ?? [],
      fields: section.fields
        .map(name => fieldOf(object, name))
        .filter((field): field is Field => field !== undefined && isWritable(field)),
    }))
    .filter(section => section.fields.length > 0);
}

/** Fields that are asked for although the layout does not place them: nobody is refused because of what is not shown. */
export function askedBesides(object: BusinessObject, parts: FormPart[], asked: Iterable<string>): Field[] {
  const placed = new Set(parts.flatMap(part => part.fields.map(field => field.name)));
  const names = new Set(asked);
  return object.fields.filter(field => names.has(field.name) && !placed.has(field.name) && isWritable(field));
}

function isWritable(field: Field): boolean {
  return !field.system && field.right !== "read";
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
export function missingFields(object: BusinessObject, draft: Draft, states: FieldStates): Field[] {
  const parts = formParts(object, draft, states);
  return [...parts.flatMap(part => part.fields), ...askedBesides(object, parts, states.required)].filter(
    field =>
      (field.required || states.required.has(field.name)) &&
      !states.locked.has(field.name) &&
      !isGiven(field) &&
      isEmpty(draft[field.name]),
  );
}

function isGiven(field: Field): boolean {
  return field.kind === "autoNumber" || field.kind === "boolean";
}
