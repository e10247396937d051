import type { BusinessObject, Draft, Filter, Operator } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { compareDecimals } from "~/kernel/text/decimals";

/** What a form knows of a record while it is filled in: the object for its options, the values as they are read. */
type Comparison = Extract<Filter, { field: string }>;

/**
 * Whether a condition of a layout or a field rule holds, as the server would say it of the same values; `cases.json` is
 * the table that both are tested with. What is not filled in fails every test, and "not" is the plain complement.
 */
export function holds(object: BusinessObject, filter: Filter, values: Draft): boolean {
  if ("and" in filter) return filter.and.every(term => holds(object, term, values));
  if ("or" in filter) return filter.or.some(term => holds(object, term, values));
  if ("not" in filter) return !holds(object, filter.not, values);
  return "field" in filter && compares(object, filter, values[filter.field]);
}

/** The fields that a condition asks about. */
export function askedBy(filter: Filter | null): string[] {
  if (!filter) return [];
  if ("and" in filter) return filter.and.flatMap(askedBy);
  if ("or" in filter) return filter.or.flatMap(askedBy);
  if ("not" in filter) return askedBy(filter.not);
  return "field" in filter ? [filter.field] : [];
}

const COMPLEMENTS: Partial<Record<Operator, Operator>> = {
  ne: "eq",
  notIn: "in",
  none: "any",
  empty: "notEmpty",
};

function compares(object: BusinessObject, { field, op, value: wanted }: Comparison, value: unknown): boolean {
  const positive = COMPLEMENTS[op];
  if (positive) return !compares(object, { field, op: positive, value: wanted }, value);
  if (isAbsent(value)) return false;
  const kind = fieldOf(object, field)?.kind ?? "text";
  const held = plain(value);
  const order = (bound: unknown) => orderOf(kind, held, plain(bound));
  switch (op) {
    case "notEmpty":
      return true;
    case "eq":
      return order(wanted) === 0;
    case "in":
      return listOf(wanted).some(each => order(each) === 0);
    case "lt":
      return order(wanted) < 0;
    case "le":
      return order(wanted) <= 0;
    case "gt":
      return order(wanted) > 0;
    case "ge":
      return order(wanted) >= 0;
    case "between": {
      const [from, to] = listOf(wanted);
      return order(from) >= 0 && order(to) <= 0;
    }
    case "contains":
      return folded(held).includes(folded(wanted));
    case "startsWith":
      return folded(held).startsWith(folded(wanted));
    case "any":
      return listOf(wanted).some(each => has(value, each));
    case "all":
      return listOf(wanted).every(each => has(value, each));
    case "under":
      return kind === "region"
        ? text(held).startsWith(text(wanted))
        : lies(object, field, text(held), text(wanted));
    default:
      return false;
  }
}

function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.values(value).every(isAbsent);
}

/** Money counts by what it is worth in the company's currency, what is pointed at by its id. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("amount" in value) return ("base" in value ? value.base : null) ?? value.amount;
  return "id" in value ? value.id : value;
}

const NUMBERS = new Set([
  "integer",
  "decimal",
  "percent",
  "score",
  "money",
  "user",
  "department",
  "reference",
]);

function orderOf(kind: string, left: unknown, right: unknown): number {
  if (NUMBERS.has(kind)) return compareDecimals(text(left), text(right));
  return text(left) === text(right) ? 0 : text(left) < text(right) ? -1 : 1;
}

function has(list: unknown, member: unknown): boolean {
  return listOf(list).some(each => text(plain(each)) === text(plain(member)));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function text(value: unknown): string {
  return String(value ?? "").trim();
}

/** Without the difference of case and of full and half width, one character at a time. */
function folded(value: unknown): string {
  return [...text(value)].map(foldedCharacter).join("");
}

function foldedCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const half =
    code === 0x3000
      ? " "
      : code >= 0xff01 && code <= 0xff5e
        ? String.fromCodePoint(code - 0xfee0)
        : character;
  return [...half.toLowerCase()][0] ?? half;
}

/** Whether an option is another or stands below it. */
function lies(object: BusinessObject, field: string, value: string, root: string): boolean {
  const parents = new Map(
    fieldOf(object, field)?.options?.map(option => [option.value, option.parent ?? null]),
  );
  const passed = new Set<string>();
  let at: string | null = value;
  while (at !== null && !passed.has(at)) {
    if (at === root) return true;
    passed.add(at);
    at = parents.get(at) ?? null;
  }
  return false;
}
