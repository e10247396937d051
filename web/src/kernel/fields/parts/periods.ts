import type { Language } from "~/kernel/api/contract";
import { sayIn } from "~/kernel/i18n/messages";
import { fieldWords, unitWords } from "../messages";

/** A number of units back from today, or ahead. */
export type Rolling = { last: number; unit: string } | { next: number; unit: string };

/** From one day until another, both included. */
export interface Days {
  from: string;
  until: string;
}

export function isRolling(period: unknown): period is Rolling {
  return typeof period === "object" && period !== null && ("last" in period || "next" in period);
}

export function isDays(period: unknown): period is Days {
  return typeof period === "object" && period !== null && "from" in period && "until" in period;
}

/** A period of the filter language in words: named, rolling, between days, or one that recurs. */
export function periodText(period: unknown, language: Language): string {
  const say = sayIn(language, fieldWords);
  const sayUnit = sayIn(language, unitWords);
  if (typeof period === "string") return period in fieldWords ? say(period as "today") : period;
  if (isRolling(period)) {
    const unit = period.unit in unitWords ? sayUnit(period.unit as "day") : period.unit;
    return "last" in period
      ? say("lastCount", { count: period.last, unit })
      : say("nextCount", { count: period.next, unit });
  }
  if (isDays(period)) {
    return period.from === period.until
      ? say("theDay", { day: period.from })
      : say("fromUntil", { ...period });
  }
  return recurringText(period, language);
}

/** Days of the week, months of the year, hours of the day. */
function recurringText(period: unknown, language: Language): string {
  const say = sayIn(language, fieldWords);
  const named = (options: Intl.DateTimeFormatOptions, month: number, day: number) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(Date.UTC(2024, month, day));
  const words = Object.entries((period ?? {}) as Record<string, number | number[]>).flatMap(
    ([part, numbers]) =>
      [numbers].flat().map(number => {
        switch (part) {
          case "weekday":
            // The first of January 2024 was a Monday.
            return named({ weekday: "long" }, 0, number);
          case "monthOfYear":
            return named({ month: "long" }, number - 1, 1);
          default:
            return say("hourOf", { hour: String(number).padStart(2, "0") });
        }
      }),
  );
  return words.join(language === "zh-CN" ? "、" : ", ");
}
