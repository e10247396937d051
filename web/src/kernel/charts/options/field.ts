import { type Answer, Cells, drawable, type Measure, numberOf } from "../answer";
import type { ChartChoice } from "../kinds";
import { drawnMeasure, inOrder } from "../plot";
import { figureText, memberText, shortFigure } from "../reading";
import { base, categoryAxis, type Drawn, exactly, type Item, tip, tooltip, valueAxis } from "./common";

interface Hovered {
  name: string;
  data: Item;
}

/** Each member by two of its measures; a third is its size. */
export function scatter(answer: Answer, _choice: ChartChoice, drawn: Drawn): Record<string, unknown> {
  const { look, language } = drawn;
  const cells = new Cells(answer);
  const [x = 0, y = 0, size] = drawable(answer);
  const measures = [x, y, ...(size === undefined ? [] : [size])].map(
    index => answer.measures[index] as Measure,
  );
  const [across, up] = measures;
  const dimension = answer.dimensions[0];
  const members = dimension?.members ?? [];
  const number = (at: number, measure: number) => numberOf(cells.value({ by: [0], at: [at], measure }));
  const most = size === undefined ? 0 : Math.max(0, ...members.map((_, at) => number(at, size) ?? 0));
  const items = members.flatMap((member, at) => {
    const [left, high] = [number(at, x), number(at, y)];
    if (!dimension || left === null || high === null) return [];
    const spot = { by: [0], at: [at] };
    const share = size !== undefined && most > 0 ? Math.sqrt(Math.max(0, number(at, size) ?? 0) / most) : 0.3;
    return [
      {
        name: memberText(dimension, member, language),
        value: [left, high],
        symbolSize: 8 + 32 * share,
        mark: { ...spot, measure: y },
        lines: [x, y, ...(size === undefined ? [] : [size])].map(index => {
          const measure = answer.measures[index] as Measure;
          const mark = { ...spot, measure: index };
          return {
            name: measure.label,
            text: exactly(measure, cells.value(mark), cells.before(mark), drawn),
          };
        }),
      },
    ];
  });
  const named = (measure: Measure | undefined) => ({
    name: measure?.label,
    nameTextStyle: { color: look.quiet, fontSize: 12 },
  });
  return {
    ...base(drawn),
    grid: {
      left: 4,
      right: 24,
      top: 32,
      bottom: 28,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    tooltip: {
      ...tooltip(drawn, "item"),
      formatter: ({ name, data }: Hovered) => tip(name, data.lines ?? []),
    },
    xAxis: {
      ...valueAxis(drawn, across),
      ...named(across),
      nameLocation: "middle",
      nameGap: 28,
      scale: true,
    },
    yAxis: { ...valueAxis(drawn, up), ...named(up), scale: true },
    series: [
      {
        type: "scatter",
        cursor: "pointer",
        data: items,
        itemStyle: { color: `${look.accent}b3`, borderColor: look.surface },
        label: {
          show: items.length <= 24,
          position: "top",
          color: look.quiet,
          fontSize: 11,
          formatter: ({ name }: Hovered) => name,
        },
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}

/** Two dimensions as a field of figures, the darker the more. */
export function heat(answer: Answer, choice: ChartChoice, drawn: Drawn): Record<string, unknown> {
  const { look, language } = drawn;
  const cells = new Cells(answer);
  const index = drawnMeasure(answer, choice);
  const measure = answer.measures[index] as Measure;
  const [down, across] = answer.dimensions;
  if (!down || !across) return base(drawn);
  const items = across.members.flatMap((column, x) =>
    down.members.flatMap((row, y): Item[] => {
      const mark = { ...inOrder([0, y], [1, x]), measure: index };
      const exact = cells.value(mark);
      const value = numberOf(exact);
      if (value === null) return [];
      const name = `${memberText(down, row, language)} · ${memberText(across, column, language)}`;
      const text = exactly(measure, exact, cells.before(mark), drawn);
      return [{ name, value: [x, y, value], mark, lines: [{ name: measure.label, text }] }];
    }),
  );
  const values = items.map(({ value }) => (value as number[])[2] as number);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const legible = across.members.length * 64 < drawn.width;
  return {
    ...base(drawn),
    grid: { left: 4, right: 8, top: 4, bottom: 40, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      ...tooltip(drawn, "item"),
      formatter: ({ data }: Hovered) => tip(data.name ?? "", data.lines ?? []),
    },
    xAxis: {
      ...categoryAxis(
        drawn,
        across.members.map(member => memberText(across, member, language)),
      ),
      splitArea: { show: false },
    },
    yAxis: {
      ...categoryAxis(
        drawn,
        down.members.map(member => memberText(down, member, language)),
      ),
      inverse: true,
    },
    visualMap: {
      min: least,
      max: most === least ? least + 1 : most,
      orient: "horizontal",
      left: "center",
      bottom: 0,
      itemHeight: 160,
      itemWidth: 12,
      calculable: false,
      textStyle: { color: look.quiet, fontSize: 12 },
      text: [most, least].map(value => shortFigure(measure, value, language)),
      inRange: { color: [...look.heat] },
    },
    series: [
      {
        type: "heatmap",
        cursor: "pointer",
        data: items,
        itemStyle: { borderColor: look.surface, borderWidth: 2 },
        // The figure itself is said where there is room: the colour is only help.
        label: {
          show: legible,
          fontSize: 12,
          color: look.text,
          formatter: ({ data }: Hovered) =>
            measure.kind === "percent"
              ? figureText(measure, (data.value as number[])[2] as number)
              : shortFigure(measure, (data.value as number[])[2] as number, language),
        },
        emphasis: { itemStyle: { borderColor: look.text } },
      },
    ],
  };
}
