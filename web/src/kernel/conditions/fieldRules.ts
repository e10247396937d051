import type { BusinessObject, Draft, Field, FormSection, RecordData, ValueRule } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { isEmpty } from "~/kernel/fields/kind";
import { askedBy, holds } from "./holds";

/** What the field rules of an object make of its fields for these values. */
export interface FieldStates {
  hidden: ReadonlySet<string>;
  required: ReadonlySet<string>;
  locked: ReadonlySet<string>;
}

/**
 * As the server judges a save: what is shown and demanded follows what is filled in, a lock what is stored; a new record
 * is judged as it will be. What is hidden or locked is not demanded.
 */
export function fieldStates(object: BusinessObject, values: Draft, stored?: RecordData): FieldStates {
  const rules = object.rules ?? [];
  const apply = (rule: ValueRule, to: Draft) => rule.when === null || holds(object, rule.when, to);
  const fieldsOf = (effect: ValueRule["effect"], which: (rule: ValueRule) => boolean) =>
    rules.filter(rule => rule.effect === effect && which(rule)).flatMap(rule => rule.fields);

  const shown = fieldsOf("show", rule => apply(rule, values));
  const hidden = new Set([
    ...fieldsOf("show", rule => !apply(rule, values)).filter(name => !shown.includes(name)),
    ...fieldsOf("hide", rule => apply(rule, values)),
  ]);
  const locked = new Set(
    fieldsOf("lock", rule =>
      stored ? knows(stored, rule) && apply(rule, stored) : apply(rule, values),
    ).filter(name => stored || !neededFromTheStart(fieldOf(object, name))),
  );
  const required = new Set(
    fieldsOf("require", rule => apply(rule, values)).filter(name => !hidden.has(name) && !locked.has(name)),
  );
  return { hidden, required, locked };
}

/** Whether a rule locks a field of a stored record; a list that does not hold what the rule asks about cannot tell. */
export function isLocked(object: BusinessObject, field: string, record: RecordData): boolean {
  return (
    (object.rules ?? []).some(rule => rule.effect === "lock") &&
    fieldStates(object, record, record).locked.has(field)
  );
}

function knows(record: RecordData, rule: ValueRule): boolean {
  return askedBy(rule.when).every(name => record[name] !== undefined);
}

function neededFromTheStart(field: Field | undefined): boolean {
  return field?.required === true && isEmpty(field.default) && field.kind !== "autoNumber";
}

/** The parts of the form that are there for these values. */
export function shownSections(object: BusinessObject, values: Draft, states: FieldStates): FormSection[] {
  return object.sections
    .filter(section => !section.shownWhen || holds(object, section.shownWhen, values))
    .map(section => ({ ...section, fields: section.fields.filter(name => !states.hidden.has(name)) }))
    .filter(section => section.fields.length > 0);
}
