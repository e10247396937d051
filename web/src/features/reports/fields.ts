import type { BusinessObject, Field, ValueKindName } from "~/kernel/api/contract";
import type { Catalog } from "~/kernel/catalog/catalog";
import { valueKind } from "~/kernel/fields/valueKind";
import { ownPaths, pathOf, pathsOf } from "~/kernel/list/filter/paths";
import { named } from "~/kernel/text/pinyin";
import type { Bucket, Group, Measure, MeasureFunction, Shelf } from "./question";

/** A field to report on: the object's own, one behind a reference, or one of what hangs on it. */
export interface ReportField {
  /** `amount`, `customer.region`; of a relation the field of the child alone. */
  path: string;
  /** The relation it is of. */
  of?: string;
  field: Field;
  label: string;
  /** The object it belongs to. */
  object: string;
}

export interface FieldGroup {
  key: string;
  label: string;
  fields: ReportField[];
  /** Of a relation: its records can be counted, not grouped by. */
  of?: string;
}

const NUMBERS = new Set<ValueKindName>(["integer", "decimal", "money", "percent", "score"]);
const UNGROUPED = new Set<ValueKindName>([
  "longText",
  "richText",
  "json",
  "files",
  "address",
  "location",
  "link",
]);

export const isNumber = (field: Field): boolean => NUMBERS.has(valueKind(field));
export const isTime = (field: Field): boolean => ["date", "dateTime"].includes(valueKind(field));
export const isGroupable = (field: Field): boolean => !UNGROUPED.has(valueKind(field));

/** What one may report on, by where it stands: own fields, then those of each reference, then what hangs on it. */
export function fieldGroups(catalog: Catalog, object: BusinessObject): FieldGroup[] {
  const groups = new Map<string, FieldGroup>();
  for (const { path, field, label, object: owner } of pathsOf(catalog, object)) {
    if (!isGroupable(field)) continue;
    const across = path.includes(".");
    const key = across ? (path.split(".")[0] as string) : "";
    const group = groups.get(key) ?? {
      key,
      label: across ? (label.split(" · ")[0] ?? "") : object.label,
      fields: [],
    };
    group.fields.push({ path, field, label: field.label, object: owner });
    groups.set(key, group);
  }
  const relations = object.relations.flatMap((relation): FieldGroup[] => {
    const child = catalog.find(relation.object);
    if (!child) return [];
    const fields = ownPaths(child)
      .filter(({ field }) => isNumber(field))
      .map(({ field }) => ({
        path: field.name,
        of: relation.name,
        field,
        label: field.label,
        object: child.name,
      }));
    return [{ key: `of ${relation.name}`, label: relation.label, fields, of: relation.name }];
  });
  return [...groups.values(), ...relations];
}

/** Only what is named by the typed words, or is part of what is. */
export function found(groups: FieldGroup[], words: string): FieldGroup[] {
  if (!words.trim()) return groups;
  return groups.flatMap(group => {
    const fields = group.fields.filter(({ label }) => named(label, words));
    const whole = named(group.label, words);
    return whole || fields.length
      ? [{ ...group, fields: whole && !fields.length ? group.fields : fields }]
      : [];
  });
}

/** The field that a group or a measure names, with its name in full. */
export function fieldOf(
  catalog: Catalog,
  object: BusinessObject,
  { field, of }: Pick<Measure, "field" | "of">,
): ReportField | undefined {
  if (!field) return undefined;
  const relation = of ? object.relations.find(({ name }) => name === of) : undefined;
  const owner = of ? catalog.find(relation?.object ?? "") : object;
  const path = owner && pathOf(catalog, owner, field);
  if (!path) return undefined;
  const label = relation ? `${relation.label} · ${path.label}` : path.label;
  return { ...path, label, ...(of ? { of } : {}) };
}

const TIME: Bucket[] = [
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "fiscalQuarter",
  "fiscalYear",
  "weekday",
  "monthOfYear",
];

/** What the values of a field may be rounded to. */
export function bucketsOf(field: Field): Bucket[] {
  switch (valueKind(field)) {
    case "date":
      return TIME;
    case "dateTime":
      return [...TIME, "hour"];
    case "region":
      return ["province", "city", "district"];
    case "user":
      return ["department"];
    default:
      return [];
  }
}

/** A field as a group, as one most often wants it. */
export function groupOf({ path, field }: ReportField): Group {
  switch (valueKind(field)) {
    case "date":
    case "dateTime":
      return { field: path, bucket: "month" };
    case "region":
      return { field: path, bucket: "province" };
    default:
      return { field: path };
  }
}

/** What can be computed of a field. */
export function functionsOf(field: Field): MeasureFunction[] {
  if (isNumber(field)) return ["sum", "avg", "min", "max", "median", "percentile", "countDistinct"];
  return isTime(field) ? ["min", "max", "countDistinct"] : ["countDistinct"];
}

/** A field as a measure, as one most often wants it; shares are not added up. */
export function measureOf({ path, of, field }: ReportField): Omit<Measure, "name"> {
  const [first] = functionsOf(field);
  const averaged = ["percent", "score"].includes(valueKind(field));
  return { function: averaged ? "avg" : (first as MeasureFunction), ...(of ? { of } : {}), field: path };
}

/** Where a click puts a field: numbers are measured, times stand across once something stands down. */
export function usualPlace(field: ReportField, rows: number, columns: number): Shelf | "measures" {
  if (field.of || isNumber(field.field)) return "measures";
  if (rows === 0) return "rows";
  return columns === 0 ? "columns" : "rows";
}
