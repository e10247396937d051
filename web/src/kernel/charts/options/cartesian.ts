import { type Answer, numberOf } from "../answer";
import type { ChartChoice, ChartKind } from "../kinds";
import { SYMBOLS } from "../look";
import { type Plot, type Point, plotOf, type Series } from "../plot";
import { growthText, shareText, shortFigure } from "../reading";
import {
  base,
  categoryAxis,
  type Drawn,
  exactly,
  type Item,
  type Line,
  legend,
  tip,
  tooltip,
  valueAxis,
} from "./common";

/** Bars, stacked bars, lines and areas. */
export function cartesian(
  answer: Answer,
  choice: ChartChoice,
  kind: ChartKind,
  drawn: Drawn,
): Record<string, unknown> {
  const plot = plotOf(answer, choice, kind, drawn.language, drawn.past);
  const lying = (kind === "bar" || kind === "stacked") && liesDown(plot, drawn.width);
  const axes = measureAxes(plot, drawn);
  const categories = {
    ...categoryAxis(drawn, plot.categories, namesWidth(plot, lying, drawn.width)),
    ...(lying ? { inverse: true } : {}),
    ...(kind === "line" || kind === "area" ? { boundaryGap: plot.categories.length < 2 } : {}),
  };
  const values = axes.map(({ axis }) => axis);
  const apart = plot.series.length <= 12;
  return {
    ...base(drawn),
    grid: {
      left: 4,
      // Room for what is written behind lying bars.
      right: lying && isLabelled(plot, kind) ? 48 : 16,
      top: plot.series.length > 1 ? 40 : 16,
      bottom: plot.categories.length > MOST_SHOWN ? 40 : 4,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    legend: legend(
      drawn,
      plot.series.map(({ name }) => name),
    ),
    tooltip: {
      ...tooltip(drawn, apart ? "axis" : "item"),
      formatter: (params: Hovered | Hovered[]) => hovered(Array.isArray(params) ? params : [params]),
    },
    xAxis: lying ? values : categories,
    yAxis: lying ? categories : values,
    ...(plot.categories.length > MOST_SHOWN
      ? {
          dataZoom: [
            {
              type: "slider",
              [lying ? "yAxisIndex" : "xAxisIndex"]: 0,
              startValue: 0,
              endValue: MOST_SHOWN - 1,
              height: lying ? undefined : 16,
              width: lying ? 16 : undefined,
              bottom: lying ? undefined : 4,
              showDetail: false,
              brushSelect: false,
            },
          ],
        }
      : {}),
    series: plot.series.map((series, index) =>
      drawnSeries(
        series,
        index,
        kind,
        plot,
        drawn,
        lying,
        axes.findIndex(({ kinds }) => kinds.includes(series.measure.kind)),
      ),
    ),
  };
}

/** More than these are scrolled through. */
const MOST_SHOWN = 60;

interface Hovered {
  name: string;
  color: string;
  data: Item;
}

function hovered(all: Hovered[]): string {
  const lines = all.flatMap(({ data, color }) => (data?.lines ?? []).map(line => ({ ...line, color })));
  return tip(all[0]?.name ?? "", lines);
}

/** What a name takes beside its axis, and what the axes of measures take, about. */
const AXES = 96;
const LEAST = 36;

/** How much room each name has where all of them are to be read; none where some may be left out. */
function namesWidth({ categories, ordered }: Plot, lying: boolean, width: number): number | undefined {
  if (ordered || categories.length > MOST_SHOWN) return undefined;
  if (lying) return Math.min(160, width / 3);
  const room = (width - AXES) / categories.length - 4;
  return room < LEAST ? undefined : room;
}

/** Long names, or many bars on a narrow screen, are read better beside bars that lie. */
function liesDown({ categories, series, ordered }: Plot, width: number): boolean {
  if (ordered || categories.length < 2 || categories.length * series.length > 60) return false;
  const longest = Math.max(...categories.map(name => widthOf(name)));
  return longest * 6 + 6 > (width - AXES) / categories.length;
}

/** Few bars say their figures themselves. */
function isLabelled({ categories, series }: Plot, kind: ChartKind): boolean {
  return kind === "bar" && categories.length * series.length <= 16;
}

/** In halves of a Chinese character. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > "ÿ" ? 2 : 1), 0);
}

/** Money and numbers of records are not drawn against one scale. */
function measureAxes(plot: Plot, drawn: Drawn) {
  const kinds = [...new Set(plot.series.map(({ measure }) => measure.kind))];
  const [first, ...others] = kinds;
  return [first ? [first] : [], ...(others.length ? [others] : [])].map((of, index) => {
    const measure = plot.series.find(series => of.includes(series.measure.kind))?.measure;
    const axis = valueAxis(drawn, measure);
    return { kinds: of, axis: index === 0 ? axis : { ...axis, splitLine: { show: false } } };
  });
}

function drawnSeries(
  series: Series,
  index: number,
  kind: ChartKind,
  plot: Plot,
  drawn: Drawn,
  lying: boolean,
  axis: number,
): Record<string, unknown> {
  const { look } = drawn;
  const paired = plot.series.some(({ past }) => past);
  const nth = paired ? Math.floor(index / 2) : index;
  const color = look.colors[nth % look.colors.length];
  const common = {
    name: series.name,
    [lying ? "xAxisIndex" : "yAxisIndex"]: axis,
    data: series.points.map(point => itemOf(series, point, plot, kind, drawn)),
    cursor: "pointer",
  };
  if (kind === "line" || kind === "area") {
    return {
      ...common,
      type: "line",
      symbol: SYMBOLS[index % SYMBOLS.length],
      symbolSize: 7,
      showAllSymbol: plot.categories.length <= 40 ? true : "auto",
      connectNulls: false,
      itemStyle: { color },
      lineStyle: { color, width: 2, type: series.past ? "dashed" : "solid" },
      ...(kind === "area"
        ? { areaStyle: { color, opacity: 0.24 }, stack: plot.series.length > 1 ? "all" : undefined }
        : {}),
      emphasis: { focus: plot.series.length > 1 ? "series" : "none" },
    };
  }
  return {
    ...common,
    type: "bar",
    stack: kind === "stacked" ? "all" : undefined,
    barMaxWidth: 40,
    barGap: "8%",
    itemStyle: {
      color,
      opacity: series.past ? 0.4 : 1,
      borderColor: look.surface,
      borderWidth: kind === "stacked" ? 1 : 0,
      borderRadius: kind === "stacked" ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
      decal: series.past ? { ...PAST } : decalOf(nth, plot, look.dark),
    },
    label: {
      show: isLabelled(plot, kind),
      position: lying ? "right" : "top",
      color: look.quiet,
      fontSize: 12,
      formatter: ({ data }: { data: Item }) =>
        data.lines?.length === 0
          ? ""
          : shortFigure(series.measure, numberOf(data.value as number), drawn.language),
    },
    emphasis: { focus: plot.series.length > 1 ? "series" : "none" },
  };
}

const PAST = {
  symbol: "rect",
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
  color: "#ffffff66",
};

/** Neighbours differ in their pattern as in their colour: none by colour alone. */
const PATTERNS = [
  null,
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  {
    symbol: "circle",
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.5,
  },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: 0 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 2 },
] as const;

export function decalOf(index: number, { series }: Pick<Plot, "series">, dark: boolean): unknown {
  const pattern = PATTERNS[index % PATTERNS.length] as (typeof PATTERNS)[number];
  if (series.length < 2 || pattern === null) return { symbol: "none" };
  return { ...pattern, color: dark ? "#00000038" : "#ffffff48" };
}

function itemOf(series: Series, point: Point, plot: Plot, kind: ChartKind, drawn: Drawn): Item {
  const text = exactly(
    series.measure,
    point.exact,
    series.past || hasPast(plot) ? null : point.before,
    drawn,
  );
  const lines: Line[] = [{ name: series.name, text }];
  if (hasPast(plot) && !series.past && point.value !== null) {
    const before = numberOf(point.before);
    if (before)
      lines[0] = {
        name: series.name,
        text: `${text} ${growthText((point.value - before) / Math.abs(before))}`,
      };
  }
  if (kind === "stacked" && point.value !== null) {
    const at = series.points.indexOf(point);
    const whole = plot.series.reduce((sum, each) => sum + (each.points[at]?.value ?? 0), 0);
    if (whole > 0) lines[0] = { name: series.name, text: `${text} · ${shareText(point.value / whole)}` };
  }
  return { value: point.value, mark: point.mark, lines: point.exact === null ? [] : lines };
}

const hasPast = ({ series }: Plot) => series.some(({ past }) => past);
