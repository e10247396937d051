import type { BusinessObject, Draft, Filter, RecordData, Relation } from "~/kernel/api/contract";
import { type Catalog, fieldOf } from "~/kernel/catalog/catalog";
import { isMutual } from "~/kernel/relations/connections";

/** Follow-ups and files have tabs of their own; they hang on any record by a link. */
export const ACTIVITY = "activity";
export const ATTACHMENT = "attachment";

/** The children of an object that are shown as lists: those with pages of their own first. */
export function relationsOf(catalog: Catalog, object: BusinessObject): Relation[] {
  const shown = object.relations.filter(
    relation =>
      relation.object !== ACTIVITY &&
      relation.object !== ATTACHMENT &&
      !isMutual(catalog, object, relation) &&
      catalog.find(relation.object)?.verbs.read,
  );
  const inner = (relation: Relation) => catalog.find(relation.object)?.application === null;
  return [...shown.filter(relation => !inner(relation)), ...shown.filter(inner)];
}

/** The children of one record. */
export function childrenOf(
  child: BusinessObject,
  field: string,
  parent: { object: string; id: number },
): Filter {
  const linked = fieldOf(child, field)?.kind === "link";
  return { field, op: "eq", value: linked ? { object: parent.object, id: parent.id } : parent.id };
}

/** What a new child knows already: its parent. */
export function parentValue(
  child: BusinessObject,
  field: string,
  parent: { object: string; id: number; label: string },
): Record<string, unknown> {
  const linked = fieldOf(child, field)?.kind === "link";
  return { [field]: linked ? parent : { id: parent.id, label: parent.label } };
}

/** What a new child knows from its parent besides: the references that both have, e.g. the customer of a deal. */
export function sharedValues(child: BusinessObject, parent: BusinessObject, record: RecordData): Draft {
  const shared = child.fields.filter(
    ({ name, kind, right, targets }) =>
      kind === "reference" &&
      right === "edit" &&
      record[name] &&
      fieldOf(parent, name)?.kind === kind &&
      fieldOf(parent, name)?.targets?.join() === targets?.join(),
  );
  return Object.fromEntries(shared.map(({ name }) => [name, record[name]]));
}
