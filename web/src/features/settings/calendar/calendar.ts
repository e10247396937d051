import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import { withoutData } from "~/kernel/api/failing";
import type { components } from "~/kernel/api/wire";

export type CalendarYear = components["schemas"]["CalendarYear"];
export type SpecialDay = CalendarYear["days"][number];
export type DayKind = SpecialDay["kind"];

export const calendarKey = ["settings", "calendar"] as const;

export function useYear(year: number) {
  return useQuery({
    queryKey: [...calendarKey, year],
    queryFn: ({ signal }) => api.get<CalendarYear>(`/settings/calendar?year=${year}`, signal),
    throwOnError: withoutData,
  });
}

/** The days of a month in rows of weeks that begin on Monday; `null` before the first and after the last. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = new Date(Date.UTC(year, month, 1));
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const cells = [
    ...Array<null>(before).fill(null),
    ...Array.from({ length: count }, (_, day) =>
      new Date(Date.UTC(year, month, day + 1)).toISOString().slice(0, 10),
    ),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  );
}

export function daysIn(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
}
