import type { FieldRule, Grant, PageRight, Verb } from "~/kernel/api/contract";
import { grantOn, type RoleDraft, rightOn, VERBS } from "./grants";

/** Something in which two roles differ, as each of them has it. */
export type Difference =
  | { of: "administrator"; one: boolean; other: boolean }
  | { of: "grant"; object: string; verb: Verb; one: Grant | undefined; other: Grant | undefined }
  | { of: "field"; object: string; field: string; one: FieldRule["right"]; other: FieldRule["right"] }
  | { of: "page"; page: PageRight; one: boolean; other: boolean }
  | { of: "command"; command: string; one: boolean; other: boolean };

/** Where two roles differ, in the order of the editor. */
export function differencesOf(one: RoleDraft, other: RoleDraft): Difference[] {
  const objects = union([...one.grants, ...other.grants].map(({ object }) => object));
  const fields = union([...one.fields, ...other.fields].map(rule => `${rule.object}.${rule.field}`));
  const found: Difference[] = [];
  if (one.administrator !== other.administrator) {
    found.push({ of: "administrator", one: one.administrator, other: other.administrator });
  }
  for (const object of objects) {
    for (const verb of VERBS) {
      const mine = grantOn(one.grants, object, verb);
      const theirs = grantOn(other.grants, object, verb);
      if (reach(mine) !== reach(theirs)) found.push({ of: "grant", object, verb, one: mine, other: theirs });
    }
  }
  for (const name of fields) {
    const [object = "", field = ""] = name.split(".");
    if (look(one.fields, object, field) !== look(other.fields, object, field)) {
      found.push({
        of: "field",
        object,
        field,
        one: rightOn(one.fields, object, field),
        other: rightOn(other.fields, object, field),
      });
    }
  }
  for (const page of union([...one.pages, ...other.pages])) {
    const [mine, theirs] = [one.pages.includes(page), other.pages.includes(page)];
    if (mine !== theirs) found.push({ of: "page", page, one: mine, other: theirs });
  }
  for (const command of union([...one.commands, ...other.commands])) {
    const [mine, theirs] = [one.commands.includes(command), other.commands.includes(command)];
    if (mine !== theirs) found.push({ of: "command", command, one: mine, other: theirs });
  }
  return found;
}

/** Everything about how far a grant reaches, as one text to compare. */
function reach(grant: Grant | undefined): string {
  return grant ? JSON.stringify([grant.scope, [...(grant.departments ?? [])].sort(), grant.filter]) : "";
}

function look(fields: FieldRule[], object: string, field: string): string {
  const rule = fields.find(each => each.object === object && each.field === field);
  return rule
    ? JSON.stringify([rule.right, rule.mask, rule.reveal ?? false])
    : JSON.stringify(["edit", undefined, false]);
}

function union<T>(values: T[]): T[] {
  return [...new Set(values)];
}
