import type { BusinessObject, Relation } from "~/kernel/api/contract";
import type { Catalog } from "~/kernel/catalog/catalog";

const CONNECTS = "connects";

/** The kinds of records that connect an object's records with others, and by which field they start from one. */
export function connectionsOf(
  catalog: Catalog,
  object: BusinessObject,
): { object: BusinessObject; field: string }[] {
  const found = new Map<string, { object: BusinessObject; field: string }>();
  for (const relation of object.relations) {
    const child = catalog.find(relation.object);
    if (child?.capabilities.includes(CONNECTS) && child.verbs.read && !found.has(child.name)) {
      found.set(child.name, { object: child, field: relation.field });
    }
  }
  return [...found.values()];
}

/** Can records of this object be connected with others at all? */
export function isConnected(catalog: Catalog, object: BusinessObject): boolean {
  return catalog.objects.some(
    each =>
      each.capabilities.includes(CONNECTS) &&
      each.verbs.read &&
      each.fields.some(field => field.targets?.includes(object.name)),
  );
}

/** Shown among the relations, and so not as a list of its own. */
export function isMutual(catalog: Catalog, object: BusinessObject, relation: Relation): boolean {
  const child = catalog.find(relation.object);
  return Boolean(
    child?.capabilities.includes(CONNECTS) &&
      object.relations.filter(other => other.object === relation.object).length > 1,
  );
}
