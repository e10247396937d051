import { type Answer, Cells, EVERYTHING, type Measure, numberOf } from "../answer";
import type { ChartChoice } from "../kinds";
import { drawnMeasure } from "../plot";
import { figureText, memberText, shareText, shortFigure } from "../reading";
import { decalOf } from "./cartesian";
import { base, categoryAxis, type Drawn, exactly, type Item, legend, tip, tooltip } from "./common";

/** The members of the only dimension with the drawn measure. */
function slices(answer: Answer, choice: ChartChoice, drawn: Drawn) {
  const cells = new Cells(answer);
  const index = drawnMeasure(answer, choice);
  const measure = answer.measures[index] as Measure;
  const dimension = answer.dimensions[0];
  const items = (dimension?.members ?? []).map((member, at) => {
    const mark = { by: [0], at: [at], measure: index };
    const exact = cells.value(mark);
    const name = dimension ? memberText(dimension, member, drawn.language) : "";
    const text = exactly(measure, exact, cells.before(mark), drawn);
    return { name, value: numberOf(exact) ?? 0, exact, mark, lines: [{ name: measure.label, text }] };
  });
  const whole = items.reduce((sum, { value }) => sum + value, 0);
  return { measure, items, whole };
}

/** Parts of a whole; named at the slice, so that the colour says nothing alone. */
export function pie(answer: Answer, choice: ChartChoice, drawn: Drawn): Record<string, unknown> {
  const { look, language, width } = drawn;
  const { measure, items, whole } = slices(answer, choice, drawn);
  const shown = items.filter(({ value }) => value > 0);
  const narrow = width < 480;
  return {
    ...base(drawn),
    ...(narrow
      ? {
          legend: {
            ...legend(
              drawn,
              shown.map(({ name }) => name),
            ),
            top: "auto",
            bottom: 0,
          },
        }
      : {}),
    tooltip: {
      ...tooltip(drawn, "item"),
      formatter: ({ name, data }: Hovered) => tip(name, withShare(data, whole)),
    },
    title: {
      text: shortFigure(measure, whole, language),
      subtext: measure.label,
      left: "center",
      top: "center",
      itemGap: 2,
      textStyle: { color: look.text, fontSize: 20, fontWeight: 600 },
      subtextStyle: { color: look.quiet, fontSize: 12, width: 120, overflow: "truncate" },
    },
    series: [
      {
        type: "pie",
        radius: ["46%", "72%"],
        center: ["50%", "50%"],
        cursor: "pointer",
        data: shown.map((item, index) => ({
          ...item,
          itemStyle: {
            borderColor: look.surface,
            borderWidth: 2,
            decal: decalOf(index, { series: new Array(shown.length) }, look.dark),
          },
        })),
        label: {
          show: !narrow,
          color: look.text,
          fontSize: 12,
          overflow: "truncate",
          width: 160,
          formatter: ({ name, value }: { name: string; value: number }) =>
            `${name} ${shareText(whole ? value / whole : null)}`,
        },
        labelLine: { lineStyle: { color: look.line } },
      },
    ],
  };
}

/** Steps one below the other, each as wide as it is large; and what share of the first it is. */
export function funnel(answer: Answer, choice: ChartChoice, drawn: Drawn): Record<string, unknown> {
  const { look, language, width } = drawn;
  const { measure, items } = slices(answer, choice, drawn);
  const most = Math.max(0, ...items.map(({ value }) => value)) || 1;
  const first = items[0]?.value ?? 0;
  const bar = { type: "bar", stack: "all", barCategoryGap: 4 };
  return {
    ...base(drawn),
    grid: { left: 4, right: 8, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      ...tooltip(drawn, "item"),
      formatter: ({ name, data }: Hovered) => tip(name, withShare(data, first)),
    },
    xAxis: { type: "value", show: false, min: 0, max: most },
    // The order of the members is that of the steps.
    yAxis: {
      ...categoryAxis(
        drawn,
        items.map(({ name }) => name),
        Math.min(160, width / 3),
      ),
      inverse: true,
      axisLine: { show: false },
    },
    series: [
      {
        ...bar,
        silent: true,
        itemStyle: { color: "transparent" },
        data: items.map(({ value }) => (most - value) / 2),
      },
      {
        ...bar,
        cursor: "pointer",
        data: items,
        itemStyle: { color: `${look.accent}3d`, borderRadius: 4 },
        label: {
          show: true,
          color: look.text,
          fontSize: 12,
          formatter: ({ value }: { value: number }) =>
            `${shortFigure(measure, value, language)}${first ? ` · ${shareText(value / first)}` : ""}`,
        },
      },
    ],
  };
}

/** How far a goal is reached; without one, a share of everything. */
export function gauge(answer: Answer, choice: ChartChoice, drawn: Drawn): Record<string, unknown> {
  const { look } = drawn;
  const index = drawnMeasure(answer, choice);
  const measure = answer.measures[index] as Measure;
  const mark = { ...EVERYTHING, measure: index };
  const exact = new Cells(answer).value(mark);
  const value = numberOf(exact) ?? 0;
  const goal = numberOf(choice.goal ?? null) ?? (measure.kind === "percent" ? 1 : niceAbove(value));
  return {
    ...base(drawn),
    tooltip: {
      ...tooltip(drawn, "item"),
      formatter: () => tip(measure.label, [{ name: measure.label, text: figureText(measure, exact) }]),
    },
    series: [
      {
        type: "gauge",
        startAngle: 200,
        endAngle: -20,
        center: ["50%", "62%"],
        radius: "92%",
        min: 0,
        max: Math.max(goal, value) || 1,
        splitNumber: 1,
        cursor: "pointer",
        progress: { show: true, width: 16, itemStyle: { color: look.accent } },
        pointer: { show: false },
        axisLine: { lineStyle: { width: 16, color: [[1, look.line]] } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: {
          distance: 24,
          color: look.quiet,
          fontSize: 11,
          formatter: (at: number) => shortFigure(measure, at, drawn.language),
        },
        title: { show: true, offsetCenter: [0, "24%"], color: look.quiet, fontSize: 13 },
        detail: {
          offsetCenter: [0, "-4%"],
          color: look.text,
          fontSize: 26,
          fontWeight: 600,
          formatter: () => shortFigure(measure, exact, drawn.language),
        },
        data: [
          {
            value,
            name: choice.goal && goal > 0 ? shareText(value / goal) : measure.label,
            mark,
          },
        ],
      },
    ],
  };
}

interface Hovered {
  name: string;
  data: Item & { value: number };
}

function withShare(data: Hovered["data"], whole: number) {
  const [line] = data.lines ?? [];
  if (!line) return [];
  return [whole ? { ...line, text: `${line.text} · ${shareText(data.value / whole)}` } : line];
}

/** The next round number above: 1, 2 or 5 with noughts. */
export function niceAbove(value: number): number {
  if (value <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find(step => step * size >= value) ?? 10) * size;
}
