import type { Language } from "~/kernel/api/contract";
import { sayIn } from "~/kernel/i18n/messages";
import { growthOf, type Mark, type Measure, type Value } from "../answer";
import type { Atlas } from "../areas";
import type { Look } from "../look";
import { chartWords } from "../messages";
import { figureText, growthText, shortFigure } from "../reading";

/** What all drawings are made with. */
export interface Drawn {
  look: Look;
  language: Language;
  /** What the past of a comparison is called. */
  past: string;
  /** How wide there is room, in pixels. */
  width: number;
  /** What maps are drawn on, once it has come. */
  atlas?: Atlas | null;
}

/** What is attached to every drawn thing: what a click on it means, and how it reads exactly. */
export interface Item {
  value: unknown;
  name?: string;
  mark?: Mark;
  lines?: Line[];
}

/** A line of a tooltip. */
export interface Line {
  name: string;
  text: string;
  color?: string;
}

/** What is the same in every chart. */
export function base({ look }: Drawn): Record<string, unknown> {
  return {
    backgroundColor: "transparent",
    color: [...look.colors],
    animation: !look.still,
    animationDuration: 240,
    animationDurationUpdate: 160,
    textStyle: { fontFamily: look.font, color: look.text },
    // Patterns come from the series; the words for those who do not see are a table beside the drawing.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: [{ symbol: "none" }] } },
  };
}

export function tooltip({ look }: Drawn, trigger: "axis" | "item"): Record<string, unknown> {
  return {
    trigger,
    confine: true,
    backgroundColor: look.surface,
    borderColor: look.line,
    textStyle: { color: look.text, fontSize: 12 },
    axisPointer: { type: "shadow", shadowStyle: { color: look.dark ? "#ffffff12" : "#1b21300a" } },
  };
}

export function legend({ look }: Drawn, names: string[]): Record<string, unknown> {
  return {
    show: names.length > 1,
    type: "scroll",
    top: 0,
    left: 0,
    itemWidth: 16,
    itemHeight: 10,
    data: names,
    textStyle: { color: look.text, fontSize: 12, width: 160, overflow: "truncate" },
    pageTextStyle: { color: look.quiet },
    pageIconColor: look.text,
    pageIconInactiveColor: look.line,
  };
}

/** The axis of a measure, in short forms. */
export function valueAxis({ look, language }: Drawn, measure: Measure | undefined): Record<string, unknown> {
  return {
    type: "value",
    axisLabel: {
      color: look.quiet,
      fontSize: 12,
      hideOverlap: true,
      formatter: (value: number) => (measure ? shortFigure(measure, value, language) : String(value)),
    },
    splitLine: { lineStyle: { color: look.line } },
    axisLine: { show: false },
    axisTick: { show: false },
    minInterval: measure?.kind === "count" ? 1 : undefined,
  };
}

/** The axis of names: all of them where they have a width, else as many as there is room for. */
export function categoryAxis({ look }: Drawn, categories: string[], width?: number): Record<string, unknown> {
  return {
    type: "category",
    data: categories,
    axisLabel: {
      color: look.quiet,
      fontSize: 12,
      width: width ?? 120,
      overflow: "truncate",
      ...(width === undefined ? { hideOverlap: true } : { interval: 0 }),
    },
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
  };
}

/** How a figure reads in a tooltip: exactly, and what it was before. */
export function exactly(
  measure: Measure,
  value: Value,
  before: Value,
  { past, language }: Pick<Drawn, "past" | "language">,
): string {
  const now = figureText(measure, value);
  if (before === null) return now;
  const growth = growthOf(value, before);
  const change = growth === null ? "" : ` ${growthText(growth)}`;
  const then = `${past} ${figureText(measure, before)}${change}`;
  return sayIn(language, chartWords)("ofBefore", { name: now, before: then });
}

/** The inside of a tooltip. Names come from users, and are text whatever they hold. */
export function tip(title: string, lines: Line[]): string {
  const rows = lines.map(({ name, text, color }) => {
    const dot = color
      ? `<span style="display:inline-block;width:8px;height:8px;border-radius:2px;margin-inline-end:6px;background:${escaped(color)}"></span>`
      : "";
    return `<div style="display:flex;justify-content:space-between;gap:24px"><span>${dot}${escaped(name)}</span><b style="font-weight:500;font-variant-numeric:tabular-nums">${escaped(text)}</b></div>`;
  });
  return `<div style="margin-block-end:4px">${escaped(title)}</div>${rows.join("")}`;
}

const SPECIAL: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => SPECIAL[character] as string);
}
