import { keepPreviousData, useQuery } from "@tanstack/react-query";
import dayjs from "dayjs";
import { api } from "~/kernel/api/api";
import type { CalendarOccurrence, CalendarWindow } from "~/kernel/api/contract";
import { recordKeys } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";

/** What appointments are called on the wire. */
export const EVENT = "event";

/** What the calendars of some people hold from a day until before another. */
export function useCalendarWindow(window: { from: string; until: string }, people: number[]) {
  return useQuery({
    queryKey: [...recordKeys.object(EVENT), "calendar", window, people],
    queryFn: ({ signal }) =>
      api.get<CalendarWindow>(
        `/calendar?from=${window.from}&until=${window.until}&people=${people.join(",")}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}

/** An instant as the clock on the wall says, in the form calendars read. */
export function wall(instant: string): string {
  return wallTime(instant).replace(" ", "T");
}

export function nextDay(day: string): string {
  return dayjs(day).add(1, "day").format("YYYY-MM-DD");
}

/** How the time of an occurrence is said: 2026-03-02 09:00–10:00. */
export function timeText(
  time: Pick<CalendarOccurrence, "startAt" | "endAt" | "allDay" | "firstDay" | "lastDay">,
): string {
  if (time.allDay)
    return time.firstDay === time.lastDay ? time.firstDay : `${time.firstDay} – ${time.lastDay}`;
  const start = wallTime(time.startAt);
  const end = wallTime(time.endAt);
  return start.slice(0, 10) === end.slice(0, 10) ? `${start}–${end.slice(11)}` : `${start} – ${end}`;
}
