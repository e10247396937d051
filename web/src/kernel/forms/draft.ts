import type { BusinessObject, Draft, Field, RecordData } from "~/kernel/api/contract";
import { isEmpty } from "~/kernel/fields/kind";

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
export function startingDraft(object: BusinessObject, initial: Draft): Draft {
  const draft: Draft = {};
  for (const field of object.fields) {
    if (!isEmpty(field.default) && !field.system && field.right === "edit") draft[field.name] = field.default;
  }
  return { ...draft, ...initial };
}

/** What differs from the record as it was read. */
export function changesOf(record: RecordData, draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => !sameValue(record[name], value)));
}

export function sameValue(left: unknown, right: unknown): boolean {
  if (isEmpty(left) && isEmpty(right)) return true;
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Required fields that are still empty. The server checks the rest. */
export function missingFields(object: BusinessObject, draft: Draft): Field[] {
  return formSections(object)
    .flatMap(section => section.fields)
    .filter(
      field =>
        field.required &&
        field.kind !== "autoNumber" &&
        field.kind !== "boolean" &&
        isEmpty(draft[field.name]),
    );
}
