import type { BusinessObject, Field } from "~/kernel/api/contract";

/** The references of a document that point at another of its kind: its edition before, what it supplements. */
export function editionFields(object: BusinessObject): Field[] {
  return object.relations.some(relation => relation.lines)
    ? object.fields.filter(field => field.kind === "reference" && field.targets?.[0] === object.name)
    : [];
}
