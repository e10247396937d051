import type { BusinessObject } from "~/kernel/api/contract";

/** Orders objects so that a customer stands before its contacts, and both before what is kept about them. */
export function parentsFirst(objects: BusinessObject[]): BusinessObject[] {
  const ordered: BusinessObject[] = [];
  const visited = new Set<string>();

  function visit(object: BusinessObject): void {
    if (visited.has(object.name)) return;
    visited.add(object.name);
    for (const parent of objects) {
      if (parent.relations.some(relation => relation.object === object.name)) visit(parent);
    }
    ordered.push(object);
  }

  for (const object of objects) visit(object);
  return ordered;
}
