import dayjs from "dayjs";

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The repetitions that are offered by name; any other rule is kept as it is. */
export type Pattern =
  | "never"
  | "daily"
  | "workdays"
  | "weekly"
  | "fortnightly"
  | "monthly"
  | "nth"
  | "last"
  | "yearly"
  | "other";

/** A rule of RFC 5545 as the form shows it. */
export interface Repeat {
  pattern: Pattern;
  /** The last day, as YYYY-MM-DD. */
  until: string | null;
  /** How often, where a rule from elsewhere says so. */
  count: number | null;
}

/** The day of the week of a date. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(dayjs(date).day() + 6) % 7] as Weekday;
}

/** Which Monday, Tuesday … of its month a date is. */
export function nthOf(date: string): number {
  return Math.ceil(dayjs(date).date() / 7);
}

/** Whether a date is the last of its month. */
export function isLastOfMonth(date: string): boolean {
  return dayjs(date).add(1, "day").date() === 1;
}

/** What a stored rule means for an appointment that begins on this date. */
export function readRule(rule: string | null | undefined, date: string): Repeat {
  if (!rule) return { pattern: "never", until: null, count: null };
  const parts = new Map(rule.split(";").map(part => part.split("=", 2) as [string, string]));
  const until = parts.get("UNTIL")?.replace(/^(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3") ?? null;
  const count = parts.has("COUNT") ? Number(parts.get("COUNT")) : null;
  const body = bodyOf(rule);
  const pattern = (Object.keys(bodies(date)) as (keyof Bodies)[]).find(name =>
    bodies(date)[name].some(known => sameParts(known, body)),
  );
  return { pattern: pattern ?? "other", until, count };
}

/** The rule as it is stored; `kept` is the one that was there, for a pattern without a name. */
export function writeRule(
  { pattern, until, count }: Repeat,
  date: string,
  kept: string | null,
): string | null {
  if (pattern === "never") return null;
  const body = pattern === "other" ? bodyOf(kept ?? "") : bodies(date)[pattern][0];
  if (!body) return null;
  if (until) return `${body};UNTIL=${until.replaceAll("-", "")}`;
  return count ? `${body};COUNT=${count}` : body;
}

/** The patterns one may choose for an appointment that begins on this date. */
export function patternsFor(date: string): Pattern[] {
  const all: Pattern[] = ["never", "daily"];
  if (!["SA", "SU"].includes(weekdayOf(date))) all.push("workdays");
  all.push("weekly", "fortnightly", "monthly");
  if (nthOf(date) <= 4) all.push("nth");
  if (isLastOfMonth(date)) all.push("last");
  return [...all, "yearly"];
}

type Bodies = Record<Exclude<Pattern, "never" | "other">, string[]>;

/** What is written for each pattern, and other ways to say the same. */
function bodies(date: string): Bodies {
  const weekday = weekdayOf(date);
  const day = dayjs(date).date();
  return {
    daily: ["FREQ=DAILY"],
    workdays: ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    weekly: ["FREQ=WEEKLY", `FREQ=WEEKLY;BYDAY=${weekday}`],
    fortnightly: ["FREQ=WEEKLY;INTERVAL=2", `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`],
    monthly: ["FREQ=MONTHLY", `FREQ=MONTHLY;BYMONTHDAY=${day}`],
    nth: [
      `FREQ=MONTHLY;BYDAY=${nthOf(date)}${weekday}`,
      `FREQ=MONTHLY;BYDAY=${weekday};BYSETPOS=${nthOf(date)}`,
    ],
    last: ["FREQ=MONTHLY;BYMONTHDAY=-1"],
    yearly: ["FREQ=YEARLY"],
  };
}

function bodyOf(rule: string): string {
  return rule
    .split(";")
    .filter(part => !/^(UNTIL|COUNT|WKST)=/.test(part) && part !== "INTERVAL=1")
    .join(";");
}

function sameParts(one: string, other: string): boolean {
  return one.split(";").sort().join(";") === other.split(";").sort().join(";");
}
