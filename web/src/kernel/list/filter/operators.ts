import type { Field, Operator } from "~/kernel/api/contract";
import { valueKind } from "~/kernel/fields/valueKind";
import type { operatorWords } from "../messages";

const OF_TIME: Partial<Record<Operator, keyof typeof operatorWords>> = {
  lt: "before",
  le: "until",
  gt: "after",
  ge: "from",
};

/** The word for an operator; of days one says "before", not "less than". */
export function operatorWord(field: Field, operator: Operator): keyof typeof operatorWords {
  const kind = valueKind(field);
  const timed = kind === "date" || kind === "dateTime";
  return (timed && OF_TIME[operator]) || operator;
}

const LIKELY: Operator[] = ["contains", "during", "in", "any", "under", "eq"];

/** The operator that a new condition on a field starts with. */
export function firstOperator(field: Field): Operator {
  const offered = field.operators ?? [];
  return LIKELY.find(operator => offered.includes(operator)) ?? offered[0] ?? "eq";
}

type Shape = "nothing" | "one" | "range" | "list" | "period";

function shapeOf(operator: Operator): Shape {
  switch (operator) {
    case "empty":
    case "notEmpty":
      return "nothing";
    case "between":
      return "range";
    case "during":
      return "period";
    case "in":
    case "notIn":
    case "any":
    case "all":
    case "none":
      return "list";
    default:
      return "one";
  }
}

/** The value to go on with under another operator: kept where it still makes sense. */
export function valueUnder(next: Operator, before: Operator, value: unknown): unknown {
  const [from, to] = [shapeOf(before), shapeOf(next)];
  if (from === to) return value;
  if (from === "one" && to === "list") return value === null || value === "" ? null : [value];
  if (from === "list" && to === "one") return Array.isArray(value) ? (value[0] ?? null) : null;
  return null;
}
