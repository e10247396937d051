import type { Answer } from "../answer";
import type { ChartChoice, ChartKind } from "../kinds";
import { cartesian } from "./cartesian";
import type { Drawn } from "./common";
import { heat, scatter } from "./field";
import { map } from "./map";
import { funnel, gauge, pie } from "./round";

/** The charts that are drawn; tables and key figures are written. */
export type DrawnKind = Exclude<ChartKind, "table" | "pivot" | "kpi">;

export function isDrawn(kind: ChartKind): kind is DrawnKind {
  return kind !== "table" && kind !== "pivot" && kind !== "kpi";
}

/** What ECharts is told to draw of an answer. */
export function optionsOf(
  answer: Answer,
  choice: ChartChoice,
  kind: DrawnKind,
  drawn: Drawn,
): Record<string, unknown> {
  switch (kind) {
    case "bar":
    case "stacked":
    case "line":
    case "area":
      return cartesian(answer, choice, kind, drawn);
    case "pie":
      return pie(answer, choice, drawn);
    case "funnel":
      return funnel(answer, choice, drawn);
    case "gauge":
      return gauge(answer, choice, drawn);
    case "scatter":
      return scatter(answer, choice, drawn);
    case "heat":
      return heat(answer, choice, drawn);
    case "map":
      return map(answer, choice, drawn);
  }
}
