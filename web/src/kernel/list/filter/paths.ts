import type { BusinessObject, Field, Operator } from "~/kernel/api/contract";
import { type Catalog, fieldOf } from "~/kernel/catalog/catalog";

/** A field that a condition can ask about: one's own, or one of a record referred to (`customer.level`). */
export interface FieldPath {
  path: string;
  field: Field;
  label: string;
  /** Name of the object the field belongs to. */
  object: string;
}

/** All fields a condition on an object may name, own ones first, then those across one reference. */
export function pathsOf(catalog: Catalog, object: BusinessObject): FieldPath[] {
  const own = ownPaths(object);
  const across = filterable(object).flatMap(reference => {
    const target = targetOf(catalog, reference);
    if (!target) return [];
    return filterable(target).map(field => ({
      path: `${reference.name}.${field.name}`,
      field,
      label: `${reference.label} · ${field.label}`,
      object: target.name,
    }));
  });
  return [...own, ...across];
}

/** The object's own fields alone. */
export function ownPaths(object: BusinessObject): FieldPath[] {
  return filterable(object).map(field => ({
    path: field.name,
    field,
    label: field.label,
    object: object.name,
  }));
}

/** The field at the end of a path, or nothing where it is gone or may not be seen. */
export function pathOf(catalog: Catalog, object: BusinessObject, path: string): FieldPath | undefined {
  const [head = "", tail] = path.split(".");
  const first = fieldOf(object, head);
  if (!first) return undefined;
  if (!tail) return { path, field: first, label: first.label, object: object.name };
  const target = targetOf(catalog, first);
  const field = target && fieldOf(target, tail);
  return field && { path, field, label: `${first.label} · ${field.label}`, object: target.name };
}

export function operatorsOf(field: Field): Operator[] {
  return field.operators ?? [];
}

function filterable(object: BusinessObject): Field[] {
  return object.fields.filter(field => field.filterable !== false && field.right !== "masked");
}

function targetOf(catalog: Catalog, field: Field): BusinessObject | undefined {
  const [target, another] = field.kind === "reference" ? (field.targets ?? []) : [];
  return target && !another ? catalog.find(target) : undefined;
}
