import type { BusinessObject, Filter } from "~/kernel/api/contract";
import { type Catalog, fieldOf } from "~/kernel/catalog/catalog";
import { allOf } from "~/kernel/list/filter/filterTree";
import { pathOf } from "~/kernel/list/filter/paths";
import type { Question, Range } from "../question";
import type { SharedFilter } from "./dashboards";

/** A mark that was clicked to narrow all reports. */
export interface Cross {
  /** What the reports it came from are about. */
  object: string;
  /** The field of the dimension. */
  field: string;
  /** What the dimension and its member are called. */
  label: string;
  filter: Filter;
}

/** What all reports of a dashboard are narrowed to. */
export interface Narrowing {
  period: Range | null;
  person: number | null;
  department: number | null;
  cross: Cross[];
  /** To what is the reader's own, or that of the people under the reader. */
  whose?: "me" | "myTeam";
}

/** Why a part of it does not apply to a report. */
export type Unapplied = { filter: SharedFilter | "cross"; label?: string };

const OWNER = "owner";

/** The question of a report under the narrowing of its dashboard, and what of that does not apply to it. */
export function narrowed(
  catalog: Catalog,
  object: BusinessObject,
  question: Question,
  { period, person: chosen, department, cross, whose }: Narrowing,
): { question: Question; unapplied: Unapplied[] } {
  const person = chosen ?? whose ?? null;
  const unapplied: Unapplied[] = [];
  const filters: (Filter | null | undefined)[] = [question.filter];
  const owned = fieldOf(object, OWNER);
  const operators = owned?.filterable !== false && owned?.right !== "masked" ? (owned?.operators ?? []) : [];
  if (person !== null) {
    if (operators.includes("eq")) filters.push({ field: OWNER, op: "eq", value: person });
    else unapplied.push({ filter: "person" });
  }
  if (department !== null) {
    if (operators.includes("under")) filters.push({ field: OWNER, op: "under", value: department });
    else unapplied.push({ filter: "department" });
  }
  if (period !== null && !question.period) unapplied.push({ filter: "period" });
  for (const each of cross) {
    if (applies(catalog, object, each)) filters.push(each.filter);
    else unapplied.push({ filter: "cross", label: each.label });
  }
  const filter = allOf(...filters);
  return {
    question: {
      ...question,
      filter,
      ...(period !== null && question.period ? { period: { ...question.period, range: period } } : {}),
    },
    unapplied,
  };
}

/** A member narrows what is about the same, and what has the same field: of that name, kind and aim. */
function applies(catalog: Catalog, object: BusinessObject, { object: from, field }: Cross): boolean {
  if (object.name === from) return true;
  const source = catalog.find(from);
  const there = source && pathOf(catalog, source, field)?.field;
  const here = pathOf(catalog, object, field)?.field;
  return (
    there !== undefined &&
    here !== undefined &&
    here.kind === there.kind &&
    here.filterable !== false &&
    here.right !== "masked" &&
    (here.targets ?? []).join() === (there.targets ?? []).join() &&
    sameOptions(here.options, there.options)
  );
}

function sameOptions(one: BusinessObject["fields"][number]["options"], other: typeof one): boolean {
  return (one ?? []).map(({ value }) => value).join() === (other ?? []).map(({ value }) => value).join();
}

/** What an address says all is narrowed to. */
export function readNarrowing(address: Record<string, string>): Narrowing {
  return {
    period: readPeriod(address.period),
    person: Number(address.person) || null,
    department: Number(address.department) || null,
    cross: readCross(address.cross),
  };
}

export function writeNarrowing({
  period,
  person,
  department,
  cross,
}: Narrowing): Record<string, string | null> {
  return {
    period: period === null ? null : typeof period === "string" ? period : JSON.stringify(period),
    person: person === null ? null : String(person),
    department: department === null ? null : String(department),
    cross: cross.length ? JSON.stringify(cross) : null,
  };
}

function readPeriod(text: string | undefined): Range | null {
  if (!text) return null;
  return text.startsWith("{") ? parsed<Range>(text) : text;
}

function readCross(text: string | undefined): Cross[] {
  const all = text ? parsed<Cross[]>(text) : null;
  return Array.isArray(all) ? all.filter(each => each.object && each.field && each.filter) : [];
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
