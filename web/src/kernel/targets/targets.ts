import type { TargetCompletion } from "~/kernel/api/contract";

export type Measure = TargetCompletion["measure"];
export type Line = TargetCompletion["lines"][number];
export type Span = TargetCompletion["span"];
export type SpanUnit = "month" | "quarter" | "year";

export const targetKeys = {
  all: ["targets"] as const,
  measures: ["targets", "measures"] as const,
  mine: (span: SpanUnit, whose: string) => ["targets", "mine", span, whose] as const,
  completion: (measure: string, span: SpanUnit, on: string | undefined) =>
    ["targets", "completion", measure, span, on ?? ""] as const,
  year: (measure: string, year: number) => ["targets", "year", measure, year] as const,
};

/** How much of what is aimed at is done, in percent; `null` where nothing is aimed at. */
export function percentOf(line: Pick<Line, "aim" | "done">): number | null {
  const aim = Number(line.aim ?? 0);
  return aim > 0 ? (Number(line.done) / aim) * 100 : null;
}

/** How much of the working days has passed, in percent. */
export function paceOf(span: Span): number {
  return span.pace.total > 0 ? (span.pace.passed / span.pace.total) * 100 : 0;
}

export type Standing = "done" | "ahead" | "behind";

/** Reached, or with or behind the time that has passed. */
export function standingOf(percent: number, pace: number): Standing {
  return percent >= 100 ? "done" : percent >= pace ? "ahead" : "behind";
}

/** `2026-11-01` of a month, quarter or year, as people call it: the quarters are those of the year of business. */
export function spanName(unit: SpanUnit, from: string, firstMonth: number, chinese: boolean): string {
  const [year, month] = from.split("-").map(Number) as [number, number];
  const into = (month - firstMonth + 12) % 12;
  const business = into > month - 1 ? year - 1 : year;
  const own = firstMonth !== 1;
  switch (unit) {
    case "month":
      return chinese ? `${year}年${month}月` : `${year}-${String(month).padStart(2, "0")}`;
    case "quarter": {
      const quarter = Math.floor(into / 3) + 1;
      return chinese
        ? `${business}${own ? "财年" : "年"}第${"一二三四"[quarter - 1]}季度`
        : `${own ? "FY" : ""}${business} Q${quarter}`;
    }
    case "year":
      return chinese ? `${business}${own ? "财年" : "年"}` : `${own ? "FY" : ""}${business}`;
  }
}

const MONTHS: Record<SpanUnit, number> = { month: 1, quarter: 3, year: 12 };

/** The first day of the span so many later. */
export function spanAfter(unit: SpanUnit, from: string, by: number): string {
  const [year, month] = from.split("-").map(Number) as [number, number];
  const months = year * 12 + (month - 1) + MONTHS[unit] * by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}
