import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";

/** The object that follow-ups on this one are kept in: it can be made, and its link may point here. */
export function useFollowUps(of: BusinessObject) {
  const object = useCatalog().find("activity");
  const field = object?.fields.find(one => one.kind === "link" && one.targets?.includes(of.name));
  return object?.verbs.create && field ? { object, field: field.name } : null;
}
