import type { BusinessObject, Field, Filter, Operator } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { valueKind } from "~/kernel/fields/valueKind";
import { allOf } from "./filterTree";

const OPERATORS: Partial<Record<Field["kind"], Operator>> = {
  choice: "in",
  multiChoice: "any",
  tags: "any",
  user: "in",
  region: "under",
  treeChoice: "under",
  boolean: "eq",
  date: "during",
  dateTime: "during",
};

/** The operator that the quick filter of a field sets, if its kind has one and the field allows it. */
export function quickOperator(field: Field): Operator | null {
  const operator = OPERATORS[valueKind(field)];
  const allowed =
    field.filterable !== false && (!field.operators || field.operators.includes(operator as Operator));
  return operator && allowed ? operator : null;
}

/** The fields offered above the list: the headline and the columns first, in their order. */
export function quickFields(object: BusinessObject, most = 5): Field[] {
  const named = [...object.headline, ...object.list.columns, "owner", "tags"];
  const fields = [...new Set(named)].map(name => fieldOf(object, name));
  return fields
    .filter(field => field !== undefined)
    .filter(field => quickOperator(field))
    .slice(0, most);
}

/** What the quick filter of a field is set to within a filter. */
export function quickValue(filter: Filter | null, field: Field): unknown {
  const condition = topLevel(filter).find(item => isQuick(item, field));
  return condition && "field" in condition ? condition.value : null;
}

/** The filter with the quick filter of a field set, or taken out by an empty value. */
export function withQuick(filter: Filter | null, field: Field, value: unknown): Filter | null {
  const operator = quickOperator(field);
  const others = topLevel(filter).filter(item => !isQuick(item, field));
  const empty =
    value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
  return allOf(...others, empty || !operator ? null : { field: field.name, op: operator, value });
}

function topLevel(filter: Filter | null): Filter[] {
  if (!filter) return [];
  return "and" in filter ? filter.and : [filter];
}

function isQuick(filter: Filter, field: Field): boolean {
  return "field" in filter && filter.field === field.name && filter.op === quickOperator(field);
}
