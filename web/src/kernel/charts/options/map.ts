import { sayIn } from "~/kernel/i18n/messages";
import { type Answer, Cells, type Measure, numberOf } from "../answer";
import { type Area, type Atlas, areaOf, mapOf } from "../areas";
import type { ChartChoice } from "../kinds";
import { chartWords } from "../messages";
import { drawnMeasure } from "../plot";
import { memberText, shortFigure } from "../reading";
import { base, type Drawn, exactly, type Item, tip, tooltip } from "./common";

interface Placed extends Item {
  code: string;
  number: number;
}

/** Regions where they lie, the darker or the larger the more; what has no place is said below. */
export function map(answer: Answer, choice: ChartChoice, drawn: Drawn): Record<string, unknown> {
  const { look, language, atlas } = drawn;
  const dimension = answer.dimensions[0];
  const area = dimension && areaOf(dimension);
  if (!dimension || !area || !atlas) return base(drawn);
  const index = drawnMeasure(answer, choice);
  const measure = answer.measures[index] as Measure;
  const cells = new Cells(answer);
  const places = placesOf(area, atlas);
  const items: Placed[] = [];
  const elsewhere: string[] = [];
  for (const [at, member] of dimension.members.entries()) {
    const mark = { by: [0], at: [at], measure: index };
    const exact = cells.value(mark);
    const number = numberOf(exact);
    if (number === null) continue;
    const name = memberText(dimension, member, language);
    const code = String(member.value ?? "");
    if (!places.has(code)) {
      elsewhere.push(`${name} ${shortFigure(measure, exact, language)}`);
      continue;
    }
    const text = exactly(measure, exact, cells.before(mark), drawn);
    items.push({ code, number, name, value: number, mark, lines: [{ name: measure.label, text }] });
  }
  const numbers = items.map(({ number }) => number);
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const shape = {
    map: mapOf(area),
    nameProperty: "code",
    preserveAspect: "contain",
    left: 8,
    right: 8,
    top: 8,
    bottom: elsewhere.length > 0 ? 60 : 40,
    itemStyle: {
      areaColor: look.dark ? "#20242d" : "#f6f7f9",
      borderColor: `${look.quiet}99`,
      borderWidth: 0.5,
    },
    emphasis: {
      itemStyle: { areaColor: null, borderColor: look.text, borderWidth: 1.5 },
      label: { show: false },
    },
    select: { disabled: true },
  };
  return {
    ...base(drawn),
    tooltip: {
      ...tooltip(drawn, "item"),
      formatter: ({ data }: { data?: Item & { called?: string } }) =>
        data?.lines ? tip(data.called ?? data.name ?? "", data.lines) : "",
    },
    title: {
      show: elsewhere.length > 0,
      text: elsewhereText(elsewhere, drawn),
      left: 8,
      bottom: 0,
      textStyle: {
        color: look.quiet,
        fontSize: 12,
        fontWeight: "normal",
        width: drawn.width - 16,
        overflow: "truncate",
      },
    },
    visualMap: {
      min: least,
      max: most === least ? least + 1 : most,
      seriesIndex: 0,
      ...(area.kind === "cities" && { dimension: 2 }),
      orient: "horizontal",
      left: "center",
      bottom: elsewhere.length > 0 ? 20 : 0,
      itemHeight: 160,
      itemWidth: 12,
      calculable: false,
      textStyle: { color: look.quiet, fontSize: 12 },
      text: [most, least].map(value => shortFigure(measure, value, language)),
      inRange: area.kind === "cities" ? { symbolSize: [6, 36] } : { color: [...look.heat] },
    },
    ...(area.kind === "cities"
      ? { geo: { ...shape, silent: true }, series: [marks(items, atlas, drawn)] }
      : { series: [{ type: "map", ...shape, cursor: "pointer", ...named(items, places, drawn) }] }),
  };
}

/** These two are smaller than their names, which are written where there is a figure. */
const TINY = new Set(["81", "82"]);

/** The parts of a map with their figures: each is found by its code, and called by its name. */
function named(items: Placed[], places: Map<string, string>, { look, width }: Drawn) {
  return {
    data: items.map(({ name, code, ...item }) => ({ ...item, lines: item.lines, name: code, called: name })),
    label: {
      show: width >= 560,
      color: look.text,
      fontSize: 11,
      formatter: ({ name, data }: { name: string; data?: Item }) =>
        data?.lines || !TINY.has(name) ? (places.get(name) ?? "") : "",
    },
    labelLayout: { hideOverlap: true },
  };
}

function marks(items: Placed[], atlas: Atlas, { look }: Drawn) {
  return {
    type: "scatter",
    coordinateSystem: "geo",
    cursor: "pointer",
    data: items.map(({ code, number, ...item }) => ({
      ...item,
      value: [...(atlas.cities[code] ?? []), number],
    })),
    itemStyle: { color: `${look.accent}b3`, borderColor: look.surface },
    label: {
      show: items.length <= 24,
      position: "right",
      color: look.text,
      fontSize: 11,
      formatter: ({ name }: { name: string }) => name,
    },
    labelLayout: { hideOverlap: true },
  };
}

/** The codes that have a place, with what it is called there. */
function placesOf(area: Area, { map: { features }, cities }: Atlas): Map<string, string> {
  if (area.kind === "cities") return new Map(Object.keys(cities).map(code => [code, ""]));
  return new Map(features.map(({ properties }) => [properties.code, properties.name]));
}

function elsewhereText(elsewhere: string[], { language }: Drawn): string {
  const say = sayIn(language, chartWords);
  return say("notOnMap", { what: elsewhere.join(say("comma")) });
}
