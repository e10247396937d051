import type { Language } from "~/kernel/api/contract";
import { moneyText } from "~/kernel/fields/money/money";
import { sayIn } from "~/kernel/i18n/messages";
import { wallTime } from "~/kernel/text/dates";
import { groupDigits, roundDecimal, shortNumber } from "~/kernel/text/decimals";
import { type Dimension, type Measure, type Member, numberOf, type Value } from "./answer";
import { chartWords } from "./messages";

/** What a member of a dimension is called. */
export function memberText(
  dimension: Pick<Dimension, "bucket">,
  member: Partial<Member> | undefined,
  language: Language,
): string {
  const say = sayIn(language, chartWords);
  if (!member) return "";
  if (member.others) return say("others");
  if (member.value === null || member.value === undefined) return member.label || say("blank");
  const read = dimension.bucket && bucketText(dimension.bucket, member.value, language);
  if (read) return read;
  const label = member.label || String(member.value);
  return dimension.bucket === "ranges" ? shortLimits(label, language) : label;
}

/** `10000 – 250000` reads 1万 – 25万. */
function shortLimits(label: string, language: Language): string {
  return label.replace(/\d+(?:\.\d+)?/g, limit => shortNumber(Number(limit), language === "zh-CN"));
}

/** A bucket of time in words: 2026年11月, 2026-Q4, 周一; nothing for what is none, and for years that begin elsewhere. */
function bucketText(bucket: string, value: unknown, language: Language): string | null {
  const chinese = language === "zh-CN";
  const text = String(value);
  const named = (options: Intl.DateTimeFormatOptions, month: number, day: number) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(Date.UTC(2024, month, day));
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  switch (bucket) {
    case "weekday":
      // The first of January 2024 was a Monday.
      return /^[1-7]$/.test(text) ? named({ weekday: "short" }, 0, Number(text)) : null;
    case "monthOfYear":
      return /^([1-9]|1[0-2])$/.test(text) ? named({ month: "short" }, Number(text) - 1, 1) : null;
    case "hour":
      return /^\d{1,2}$/.test(text) ? `${text.padStart(2, "0")}:00` : null;
    case "day":
      return year ? text : null;
    case "week":
      return year ? weekText(Date.UTC(Number(year), Number(month) - 1, Number(day)), chinese) : null;
    case "month":
      if (!year) return null;
      return chinese
        ? `${year}年${Number(month)}月`
        : `${named({ month: "short" }, Number(month) - 1, 1)} ${year}`;
    case "quarter":
      return year ? `${year}-Q${Math.ceil(Number(month) / 3)}` : null;
    case "year":
      return year ? (chinese ? `${year}年` : year) : null;
    default:
      return null;
  }
}

const DAY = 86_400_000;

/** The week of ISO 8601: that of its Thursday. */
function weekText(monday: number, chinese: boolean): string {
  const thursday = new Date(monday + (4 - (new Date(monday).getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return chinese ? `${year}年第${week}周` : `${year}-W${String(week).padStart(2, "0")}`;
}

/** What of a measure says how its figures read. */
type Told = Pick<Measure, "kind"> & Partial<Measure>;

/** A figure to the last digit. */
export function figureText(measure: Told, value: Value): string {
  if (value === null) return "–";
  switch (measure.kind) {
    case "percent":
      return shareText(numberOf(value));
    case "money":
      return moneyText({ amount: roundDecimal(String(value), 2), currency: measure.currency ?? "" });
    case "number":
      return groupDigits(trimmed(roundDecimal(plain(value), 4)));
    case "count":
      return groupDigits(String(value));
    case "dateTime":
      return wallTime(String(value));
    case "date":
      return String(value);
  }
}

/** A figure short enough for an axis or a label: 12.3万, 1.5M. */
export function shortFigure(measure: Told, value: Value, language: Language): string {
  const number = numberOf(value);
  if (number === null || measure.kind === "percent") return figureText(measure, value);
  return shortNumber(number, language === "zh-CN");
}

/** A fraction as a percentage of at most one digit behind the point. */
export function shareText(fraction: number | null): string {
  if (fraction === null) return "–";
  return `${groupDigits(trimmed((fraction * 100).toFixed(1)))}%`;
}

/** Growth with its direction, which is a sign and not only a colour. */
export function growthText(fraction: number | null): string {
  if (fraction === null) return "–";
  const mark = fraction > 0 ? "▲ " : fraction < 0 ? "▼ " : "";
  return mark + shareText(Math.abs(fraction));
}

function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/** Very small and very large numbers arrive with exponents where they were computed. */
function plain(value: string | number): string {
  const text = String(value);
  return /e/i.test(text) ? Number(text).toFixed(4) : text;
}
