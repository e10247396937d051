import type { BusinessObject, Field, FieldKindName, ImportJob } from "~/kernel/api/contract";
import { type Catalog, fieldOf } from "~/kernel/catalog/catalog";

/** Where each column goes, by its index; `null` leaves it out. */
export type Mapping = Record<string, string | null>;

type Target = ImportJob["targets"][number];

export interface MappingFault {
  kind: "missingRequired" | "doubleTarget" | "nothingMatched";
  targets: Target[];
}

/** Kinds that several columns may fill together: province, city and district, an amount
 * beside its currency, or several tags. */
const GATHERING: FieldKindName[] = ["region", "money", "address", "tags", "multiChoice", "longText"];

/** Kinds by whose value a record can be told from another. */
const TELLING: FieldKindName[] = [
  "text",
  "phone",
  "email",
  "url",
  "autoNumber",
  "integer",
  "date",
  "reference",
];

export function proposedMapping(job: ImportJob): Mapping {
  return Object.fromEntries(job.columns.map(column => [String(column.index), column.target]));
}

/** The field behind a target: `name`, or `contacts.name` on a related object. */
export function fieldOfTarget(catalog: Catalog, object: BusinessObject, target: string): Field | undefined {
  const [first = "", second] = target.split(".");
  if (second === undefined) return fieldOf(object, first);
  const relation = object.relations.find(candidate => candidate.name === first);
  const related = relation && catalog.find(relation.object);
  return related && fieldOf(related, second);
}

/** What keeps the mapping from being run; required fields count only where rows may be new. */
export function faultsOf(
  mapping: Mapping,
  targets: Target[],
  mayCreate: boolean,
  kindOf: (target: string) => FieldKindName | undefined,
): MappingFault[] {
  const used = Object.values(mapping).filter(target => target !== null);
  if (used.length === 0) return [{ kind: "nothingMatched", targets: [] }];
  const faults: MappingFault[] = [];
  const missing = targets.filter(
    target => target.required && !target.name.includes(".") && !used.includes(target.name),
  );
  if (mayCreate && missing.length > 0) faults.push({ kind: "missingRequired", targets: missing });
  const doubled = targets.filter(
    ({ name }) =>
      used.filter(target => target === name).length > 1 && !GATHERING.includes(kindOf(name) ?? "text"),
  );
  if (doubled.length > 0) faults.push({ kind: "doubleTarget", targets: doubled });
  return faults;
}

/** The matched fields of the object itself that can say whether two rows are the same. */
export function possibleKeys(
  mapping: Mapping,
  targets: Target[],
  kindOf: (target: string) => FieldKindName | undefined,
): Target[] {
  const used = Object.values(mapping);
  return targets.filter(
    ({ name }) => used.includes(name) && !name.includes(".") && TELLING.includes(kindOf(name) ?? "json"),
  );
}

/** Targets in their groups, in the order the server gives them. */
export function grouped(targets: Target[]): { group: string; targets: Target[] }[] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    groups.set(target.group, [...(groups.get(target.group) ?? []), target]);
  }
  return [...groups].map(([group, members]) => ({ group, targets: members }));
}
