import { describe, expect, it } from "vitest";
import type { CalendarOccurrence, CalendarWindow, RecordData } from "~/kernel/api/contract";
import { timeText } from "~/kernel/calendar/window";
import { colourOf, itemsOf, readShown, stepped, windowOf } from "./calendar";
import { seriesTimes, timesOf } from "./reach";

const ME = 1;
const LIN = 2;

function occurrence(more: Partial<CalendarOccurrence> = {}): CalendarOccurrence {
  return {
    record: 7,
    day: "2026-03-02",
    startAt: "2026-03-02T01:00:00Z",
    endAt: "2026-03-02T02:00:00Z",
    allDay: false,
    firstDay: "2026-03-02",
    lastDay: "2026-03-02",
    people: [ME],
    answer: null,
    guests: 0,
    ...more,
  };
}

function windowWith(more: Partial<CalendarWindow>): CalendarWindow {
  const record = { id: 7, version: 1, title: "例会", may: ["edit"] } as unknown as RecordData;
  return {
    people: [],
    records: [record],
    occurrences: [],
    busy: [],
    tasks: [],
    days: [],
    more: false,
    ...more,
  };
}

const naming = {
  me: ME,
  people: [LIN],
  hidden: [] as number[],
  tasks: true,
  nameOf: (record: RecordData) => String(record.title),
  nameOfTask: (record: RecordData) => String(record.name),
  busy: () => "忙碌",
};

describe("the calendar", () => {
  it("reads whole weeks from Monday on", () => {
    expect(windowOf({ view: "week", day: "2026-03-08" })).toEqual({
      from: "2026-03-02",
      until: "2026-03-09",
    });
    expect(windowOf({ view: "month", day: "2026-03-15" })).toEqual({
      from: "2026-02-23",
      until: "2026-04-06",
    });
    expect(windowOf({ view: "day", day: "2026-02-28" })).toEqual({ from: "2026-02-28", until: "2026-03-01" });
  });

  it("goes on by what is shown; months from their first day, so that none is left out", () => {
    expect(stepped({ view: "month", day: "2026-01-31" }, 1)).toBe("2026-02-01");
    expect(stepped({ view: "week", day: "2026-03-02" }, -1)).toBe("2026-02-23");
  });

  it("takes what it shows from the address and makes do with nonsense", () => {
    expect(readShown({ view: "month", day: "2026-03-02", people: "2,x,3", tasks: "false" }, false)).toEqual({
      view: "month",
      day: "2026-03-02",
      people: [2, 3],
      hidden: [],
      tasks: false,
    });
    expect(readShown({ view: "century", day: "soon" }, true).view).toBe("day");
  });

  it("draws times as the clock in Shanghai says, and whole days with the day after them", () => {
    const days = occurrence({ allDay: true, lastDay: "2026-03-04", day: "2026-03-03" });
    const [timed, whole] = itemsOf(windowWith({ occurrences: [occurrence(), days] }), naming);
    expect(timed).toMatchObject({
      start: "2026-03-02T09:00",
      end: "2026-03-02T10:00",
      editable: true,
      colour: 0,
    });
    expect(whole).toMatchObject({ start: "2026-03-02", end: "2026-03-05", allDay: true });
    expect(timeText(days)).toBe("2026-03-02 – 2026-03-04");
    expect(timeText(occurrence())).toBe("2026-03-02 09:00–10:00");
  });

  it("leaves out calendars that are not ticked, and keeps what somebody else comes to", () => {
    const both = occurrence({ people: [ME, LIN] });
    const theirs = occurrence({ people: [LIN], day: "2026-03-03" });
    const shown = itemsOf(windowWith({ occurrences: [both, theirs] }), { ...naming, hidden: [ME] });
    expect(shown.map(item => item.colour)).toEqual([1, 1]);
    expect(itemsOf(windowWith({ occurrences: [theirs] }), { ...naming, hidden: [LIN] })).toEqual([]);
  });

  it("gives each calendar its colour, mine the first", () => {
    expect([colourOf(ME, ME, [5, 6]), colourOf(5, ME, [5, 6]), colourOf(6, ME, [5, 6])]).toEqual([0, 1, 2]);
  });
});

describe("what is moved", () => {
  it("keeps whole days as days", () => {
    expect(timesOf({ start: "2026-03-03", end: "2026-03-05", allDay: true })).toEqual({
      allDay: true,
      startAt: "2026-03-02T16:00:00.000Z",
      endAt: "2026-03-04T16:00:00.000Z",
    });
  });

  it("moves a series by as much as its occurrence was moved", () => {
    const series = { startAt: "2026-02-02T01:00:00Z" } as unknown as RecordData;
    const moved = timesOf({ start: "2026-03-02T11:00", end: "2026-03-02T11:30", allDay: false });
    expect(seriesTimes(series, occurrence(), moved)).toMatchObject({
      startAt: "2026-02-02T03:00:00.000Z",
      endAt: "2026-02-02T03:30:00.000Z",
    });
  });
});
