import dayjs from "dayjs";
import { api } from "~/kernel/api/api";
import type { CalendarOccurrence, Draft, RecordData } from "~/kernel/api/contract";
import { EVENT } from "~/kernel/calendar/window";
import { changeRecord, deleteRecord } from "~/kernel/records/records";
import { instantOf } from "~/kernel/text/dates";
import type { Span } from "./Grid";

/** How far a change of an appointment that repeats reaches. */
export type Reach = "this" | "following" | "all";

/** The times of a span as they are written. */
export function timesOf(span: Span): Draft {
  return span.allDay
    ? {
        allDay: true,
        startAt: instantOf(`${span.start.slice(0, 10)}T00:00`),
        endAt: instantOf(`${span.end.slice(0, 10)}T00:00`),
      }
    : { allDay: false, startAt: instantOf(span.start), endAt: instantOf(span.end) };
}

/** The times of a whole series when one of its occurrences moves: by as much. */
export function seriesTimes(series: RecordData, occurrence: CalendarOccurrence, times: Draft): Draft {
  const by = dayjs(String(times.startAt)).diff(dayjs(occurrence.startAt));
  const length = dayjs(String(times.endAt)).diff(dayjs(String(times.startAt)));
  const start = dayjs(String(series.startAt)).add(by);
  return { ...times, startAt: start.toISOString(), endAt: start.add(length).toISOString() };
}

/** Writes a change of one occurrence, of it and what follows, or of the appointment as a whole. */
export function writeChange(
  record: RecordData,
  occurrence: CalendarOccurrence,
  reach: Reach,
  values: Draft,
  said: string,
): Promise<unknown> {
  return reach === "all"
    ? changeRecord(EVENT, record, values, { said })
    : api.post(
        `/calendar/events/${record.id}/occurrences/${occurrence.day}`,
        { version: record.version, reach, values },
        { said },
      );
}

/** Cancels one occurrence, it and what follows, or the appointment as a whole. */
export function cancel(
  record: RecordData,
  occurrence: CalendarOccurrence,
  reach: Reach,
  said: string,
): Promise<unknown> {
  if (reach !== "all") {
    return api.post(
      `/calendar/events/${record.id}/occurrences/${occurrence.day}`,
      { version: record.version, reach, cancel: true },
      { said },
    );
  }
  return record.repeat
    ? deleteRecord(EVENT, record, { said })
    : changeRecord(EVENT, record, { status: "cancelled" }, { said });
}
