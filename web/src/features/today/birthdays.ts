import type { BusinessObject, Filter, Labelled, RecordData, RecordQuery } from "~/kernel/api/contract";
import { daysFromToday } from "~/kernel/text/dates";
import type { Whose } from "./due";

const NEXT = "nextBirthday";

export interface Birthday {
  name: string;
  /** Whole days from today. */
  days: number;
  day: string;
  /** As the lunar calendar calls it, where it goes by that. */
  lunar: string | null;
  /** How old the person becomes, where the year of birth is known. */
  age: number | null;
  /** Where the person works. */
  at: Labelled | null;
}

export function celebrated(objects: BusinessObject[]): BusinessObject[] {
  return objects.filter(
    object =>
      object.capabilities.includes("celebrated") &&
      object.verbs.read &&
      object.fields.some(field => field.name === NEXT && field.filterable),
  );
}

export function birthdaysFilter(whose: Whose): Filter {
  return {
    and: [
      { field: NEXT, op: "during", value: { next: 7, unit: "day" } },
      { field: "owner", op: "eq", value: whose },
    ],
  };
}

export function birthdaysQuery(object: BusinessObject, whose: Whose, limit: number): RecordQuery {
  const wanted = [object.titleField, NEXT, "birthday", "birthdayCalendar", "lunarBirthday", "customer"];
  return {
    filter: birthdaysFilter(whose),
    fields: object.fields.map(field => field.name).filter(name => wanted.includes(name)),
    sort: [{ field: NEXT, descending: false }],
    limit,
    count: "capped",
  };
}

export function birthdayOf(object: BusinessObject, record: RecordData, today: string): Birthday {
  const day = String(record[NEXT]);
  const born = typeof record.birthday === "string" ? record.birthday : null;
  return {
    name: String(record[object.titleField] ?? ""),
    days: daysFromToday(day, today),
    day,
    lunar: record.birthdayCalendar === "lunar" ? ((record.lunarBirthday as string | null) ?? null) : null,
    age: born ? yearsBetween(born, day) : null,
    at: (record.customer as Labelled | null | undefined) ?? null,
  };
}

/** A lunar birthday falls some weeks before or after the solar one; the nearest whole year is meant. */
function yearsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (365.2425 * 86_400_000));
}
