import dayjs, { type Dayjs } from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";
import { halfWidth } from "./halfWidth";

dayjs.extend(utc);
dayjs.extend(timezone);

let zone = "Asia/Shanghai";

/** All date-times read and are typed in the company's time zone, wherever the browser stands. */
export function showTimesIn(settings: { timeZone: string }): void {
  zone = settings.timeZone;
}

const RELATIVE: Record<string, number> = {
  今天: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  大后天: 3,
  昨天: -1,
  yesterday: -1,
  前天: -2,
};

const WEEKDAYS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };

/** A day as people type it (`２０２６年３月５日`, `3-5`, `明天`, `下周一`, `+3`), as `YYYY-MM-DD`; `undefined` if it is none. */
export function parseDay(typed: string, today: string): string | undefined {
  const text = halfWidth(typed).toLowerCase();
  const start = dayjs(today);
  if (text in RELATIVE) return day(start.add(RELATIVE[text] as number, "day"));

  const later = /^\+(\d{1,4})$|^(\d{1,4})\s*天后$/.exec(text);
  if (later) return day(start.add(Number(later[1] ?? later[2]), "day"));

  const weekday = /^(上|本|这|下)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text);
  if (weekday) {
    const weeks = weekday[1] === "下" ? 1 : weekday[1] === "上" ? -1 : 0;
    const monday = start.subtract((start.day() + 6) % 7, "day");
    return day(monday.add(weeks * 7 + (WEEKDAYS[weekday[2] as string] as number) - 1, "day"));
  }

  const full =
    /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return existing(Number(full[1]), Number(full[2]), Number(full[3]));

  const short = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  return short ? existing(start.year(), Number(short[1]), Number(short[2])) : undefined;
}

/** A moment as people type it (`明天 9:30`, `3月5日下午2点`), as wall time `YYYY-MM-DD HH:mm`. */
export function parseMoment(typed: string, today: string): string | undefined {
  const text = halfWidth(typed).toLowerCase();
  const clock =
    /^(.*?)\s*t?\s*(上午|早上|中午|下午|晚上|am|pm)?\s*(\d{1,2})\s*(?::|点|时)\s*(\d{1,2}|半)?\s*分?(?::\d{1,2})?\s*(am|pm)?$/.exec(
      text,
    );
  if (!clock) {
    const alone = parseDay(text, today);
    return alone && `${alone} 09:00`;
  }
  const on = clock[1] ? parseDay(clock[1], today) : today;
  const half = clock[2] ?? clock[5];
  const hour = Number(clock[3]) + (half && /下午|晚上|pm/.test(half) && Number(clock[3]) < 12 ? 12 : 0);
  const minute = clock[4] === "半" ? 30 : Number(clock[4] ?? 0);
  return on && hour < 24 && minute < 60 ? `${on} ${pad(hour)}:${pad(minute)}` : undefined;
}

/** An instant of the server as wall time `YYYY-MM-DD HH:mm`. */
export function wallTime(instant: string): string {
  return dayjs(instant).tz(zone).format("YYYY-MM-DD HH:mm");
}

/** The time of today, the day of this year, or the whole day: short enough for a list. */
export function shortTime(instant: string, now: Date = new Date()): string {
  const wall = wallTime(instant);
  const today = todayHere(now);
  if (wall.slice(0, 10) === today) return wall.slice(11);
  return wall.slice(0, 4) === today.slice(0, 4) ? wall.slice(5, 10) : wall.slice(0, 10);
}

/** Wall time as an instant for the server. */
export function instantOf(wall: string): string {
  return dayjs.tz(wall, zone).toISOString();
}

export function todayHere(now: Date = new Date()): string {
  return dayjs(now).tz(zone).format("YYYY-MM-DD");
}

/** How far a day lies ahead (positive) or back (negative). */
export function daysFromToday(date: string, today: string = todayHere()): number {
  return dayjs(date).diff(dayjs(today), "day");
}

function existing(year: number, month: number, date: number): string | undefined {
  const text = `${year}-${pad(month)}-${pad(date)}`;
  return dayjs(text).format("YYYY-MM-DD") === text ? text : undefined;
}

function day(date: Dayjs): string {
  return date.format("YYYY-MM-DD");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
