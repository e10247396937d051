import type { Operator } from "~/kernel/api/contract";

/** Operators whose right side is a list of values. */
export function takesList(operator: Operator): boolean {
  return ["in", "notIn", "any", "all", "none"].includes(operator);
}

export function asList<T>(value: unknown): T[] {
  return Array.isArray(value)
    ? value
    : value === null || value === undefined || value === ""
      ? []
      : [value as T];
}
