import dayjs from "dayjs";
import type { CalendarOccurrence, CalendarWindow, RecordData } from "~/kernel/api/contract";
import { nextDay, wall } from "~/kernel/calendar/window";
import { todayHere, wallTime } from "~/kernel/text/dates";

export const VIEWS = ["day", "week", "month", "list"] as const;
export type View = (typeof VIEWS)[number];

/** What the page shows, as the address keeps it. */
export interface Shown {
  view: View;
  /** A day of it, as YYYY-MM-DD. */
  day: string;
  /** Colleagues whose calendars stand beside one's own. */
  people: number[];
  /** Of those and me, who is left out for the moment. */
  hidden: number[];
  tasks: boolean;
}

export function readShown(address: Record<string, string>, narrow: boolean): Shown {
  const view = VIEWS.find(known => known === address.view) ?? (narrow ? "day" : "week");
  const day = /^\d{4}-\d{2}-\d{2}$/.test(address.day ?? "") ? (address.day as string) : todayHere();
  return {
    view,
    day: dayjs(day).isValid() ? day : todayHere(),
    people: ids(address.people),
    hidden: ids(address.hidden),
    tasks: address.tasks !== "false",
  };
}

function ids(text: string | undefined): number[] {
  return (text ?? "").split(",").map(Number).filter(Boolean);
}

/** The days that are read for a view: whole weeks from Monday on. */
export function windowOf({ view, day }: Pick<Shown, "view" | "day">): { from: string; until: string } {
  const at = dayjs(day);
  const monday = (date: dayjs.Dayjs) => date.subtract((date.day() + 6) % 7, "day");
  if (view === "day") return span(at, at.add(1, "day"));
  if (view === "week") return span(monday(at), monday(at).add(7, "day"));
  if (view === "list") return span(at, at.add(30, "day"));
  const first = monday(at.startOf("month"));
  return span(first, first.add(42, "day"));
}

function span(from: dayjs.Dayjs, until: dayjs.Dayjs) {
  return { from: from.format("YYYY-MM-DD"), until: until.format("YYYY-MM-DD") };
}

/** The same view so many steps later. */
export function stepped({ view, day }: Pick<Shown, "view" | "day">, steps: number): string {
  const at = dayjs(day);
  const next =
    view === "month"
      ? at.startOf("month").add(steps, "month")
      : at.add(steps * (view === "day" ? 1 : view === "week" ? 7 : 30), "day");
  return next.format("YYYY-MM-DD");
}

/** Colours for calendars, quiet ones that are told apart in both themes; the first is one's own. */
export const COLOURS = 8;

/** Which colour the calendar of each person has: mine first, then in the order they were added. */
export function colourOf(person: number, me: number, people: number[]): number {
  if (person === me) return 0;
  const at = people.filter(id => id !== me).indexOf(person);
  return 1 + (at < 0 ? 0 : at % (COLOURS - 1));
}

/** Something drawn in the calendar; times as the clock on the wall says, without a zone. */
export interface Item {
  id: string;
  title: string;
  start: string;
  end: string;
  allDay: boolean;
  editable: boolean;
  colour: number;
  of: ItemKind;
}

export type ItemKind =
  | { kind: "event"; record: RecordData; occurrence: CalendarOccurrence }
  | { kind: "busy"; person: number }
  | { kind: "task"; record: RecordData };

interface Naming {
  me: number;
  people: number[];
  hidden: number[];
  tasks: boolean;
  nameOf: (record: RecordData) => string;
  nameOfTask: (record: RecordData) => string;
  busy: (person: number) => string;
}

/** Everything of a window as it is drawn. */
export function itemsOf(window: CalendarWindow, naming: Naming): Item[] {
  const records = new Map(window.records.map(record => [record.id, record]));
  const shown = (people: number[]) => people.filter(person => !naming.hidden.includes(person));
  const colour = (person: number) => colourOf(person, naming.me, naming.people);
  const items: Item[] = [];
  for (const occurrence of window.occurrences) {
    const record = records.get(occurrence.record);
    const people = shown(occurrence.people);
    if (!record || people.length === 0) continue;
    const whose = people.includes(naming.me) ? naming.me : (people[0] as number);
    items.push({
      id: `event:${occurrence.record}:${occurrence.day}`,
      title: naming.nameOf(record),
      ...times(occurrence),
      editable: record.may?.includes("edit") ?? false,
      colour: colour(whose),
      of: { kind: "event", record, occurrence },
    });
  }
  for (const busy of window.busy) {
    if (naming.hidden.includes(busy.person)) continue;
    items.push({
      id: `busy:${busy.person}:${busy.startAt}`,
      title: naming.busy(busy.person),
      ...times(busy),
      editable: false,
      colour: colour(busy.person),
      of: { kind: "busy", person: busy.person },
    });
  }
  for (const record of naming.tasks ? window.tasks : []) {
    const due = wallTime(String(record.dueAt));
    const owner = (record.owner as { id: number } | null)?.id ?? naming.me;
    if (naming.hidden.includes(owner)) continue;
    items.push({
      id: `task:${record.id}`,
      title: naming.nameOfTask(record),
      start: due.slice(0, 10),
      end: nextDay(due.slice(0, 10)),
      allDay: true,
      editable: false,
      colour: colour(owner),
      of: { kind: "task", record },
    });
  }
  return items;
}

function times(time: Pick<CalendarOccurrence, "startAt" | "endAt" | "allDay" | "firstDay" | "lastDay">) {
  return time.allDay
    ? { start: time.firstDay, end: nextDay(time.lastDay), allDay: true }
    : { start: wall(time.startAt), end: wall(time.endAt), allDay: false };
}
