import type { BusinessObject, Field } from "~/kernel/api/contract";
import { valueKind } from "~/kernel/fields/valueKind";

export const SUMMINGS = ["count", "sum", "average", "min", "max"] as const;
export type Summing = (typeof SUMMINGS)[number];

export interface Pointer {
  object: BusinessObject;
  field: Field;
}

/** The references by which records of other objects point at records of this one. */
export function pointersAt(objects: BusinessObject[], name: string): Pointer[] {
  return objects.flatMap(object =>
    object.fields
      .filter(field => field.kind === "reference" || field.kind === "link")
      .filter(field => field.targets?.includes(name))
      .map(field => ({ object, field })),
  );
}

const NUMBERS = ["integer", "decimal", "percent", "score", "money"];
const TIMES = ["date", "dateTime"];

/** The fields of which such a sum makes sense. */
export function summable(child: BusinessObject, how: Summing): Field[] {
  const kinds = how === "min" || how === "max" ? [...NUMBERS, ...TIMES] : NUMBERS;
  return child.fields.filter(
    field => !field.system && field.kind !== "rollup" && kinds.includes(valueKind(field)),
  );
}
