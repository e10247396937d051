import { describe, expect, it } from "vitest";
import { byOwner, byOwnerAndMonth, inAll, plain } from "~/kernel/testing/answers";
import { LIGHT_COLORS, LIGHT_HEAT, type Look } from "../look";
import { type Drawn, escaped, tip } from "./common";
import { optionsOf } from "./options";
import { niceAbove } from "./round";

const look: Look = {
  text: "#1b2130",
  quiet: "#566074",
  line: "#e4e8ef",
  surface: "#ffffff",
  accent: LIGHT_COLORS[0],
  colors: LIGHT_COLORS,
  heat: LIGHT_HEAT,
  dark: false,
  still: true,
  font: "sans-serif",
};
const drawn: Drawn = { look, language: "zh-CN", past: "去年同期", width: 800 };

interface Options {
  animation: boolean;
  xAxis: { type: string; data: string[] };
  yAxis: { axisLabel: { formatter: (value: number) => string } }[];
  tooltip: { formatter: (hovered: unknown) => string };
  series: {
    name: string;
    type: string;
    stack?: string;
    max?: number;
    yAxisIndex: number;
    data: { name: string; value: unknown; mark: unknown; lines: { text: string }[] }[];
    lineStyle?: { type: string };
  }[];
}
const options = (
  ...[answer, choice, kind]: Parameters<typeof optionsOf> extends [...infer P, unknown] ? P : never
) => optionsOf(answer, choice, kind, drawn) as unknown as Options;

describe("what is drawn of an answer", () => {
  it("are bars of each measure against its own scale, and each bar knows its records", () => {
    const { series, xAxis, animation } = options(byOwner, { kind: "bar" }, "bar");
    expect(animation).toBe(false);
    expect(xAxis.data).toEqual(["张三", "李四"]);
    expect(series.map(({ name, yAxisIndex }) => [name, yAxisIndex])).toEqual([
      ["赢单额", 0],
      ["数量", 1],
    ]);
    expect(series[0]?.data[1]).toMatchObject({ value: 80000, mark: { by: [0], at: [1], measure: 0 } });
  });

  it("names large numbers shortly at the axis and exactly under the pointer", () => {
    const { yAxis, series, tooltip } = options(byOwner, { kind: "bar" }, "bar");
    expect(yAxis[0]?.axisLabel.formatter(120000)).toBe("12万");
    const said = tooltip.formatter({ name: "张三", color: "#000", data: series[0]?.data[0] });
    expect(said).toContain("¥120,000.50");
  });

  it("puts time along the lines, and the other dimension into series", () => {
    const { series, xAxis } = options(byOwnerAndMonth, { kind: "line" }, "line");
    expect(xAxis.data).toEqual(["2026年10月", "2026年11月"]);
    expect(series.map(({ name, data }) => [name, data.map(({ value }) => value)])).toEqual([
      ["张三", [100000, 20000.5]],
      ["李四", [0, 80000]],
    ]);
    expect(series[1]?.data[1]?.mark).toEqual({ by: [0, 1], at: [1, 1], measure: 0 });
    expect(series[1]?.data[1]?.lines[0]?.text).toBe("¥80,000.00（去年同期 ¥100,000.00 ▼ 20%）");
  });

  it("draws no line to what has no time", () => {
    const [owner, month] = byOwnerAndMonth.dimensions;
    const withBlank = {
      ...byOwnerAndMonth,
      dimensions: [owner, { ...month, members: [...(month?.members ?? []), { value: null }] }],
    } as typeof byOwnerAndMonth;
    expect(options(withBlank, { kind: "line" }, "line").xAxis.data).toHaveLength(2);
    expect(options(withBlank, { kind: "heat" }, "heat").xAxis.data).toHaveLength(3);
  });

  it("leaves open what is unknown where figures do not add up", () => {
    const averages = {
      ...byOwnerAndMonth,
      levels: byOwnerAndMonth.levels.with(-1, { by: [], cells: [{ at: [], values: ["66666.83"] }] }),
    };
    const { series } = options(averages, { kind: "line" }, "line");
    expect(series[1]?.data.map(({ value }) => value)).toEqual([null, 80000]);
  });

  it("draws the past of a comparison beside, dashed", () => {
    const byMonth = {
      ...byOwnerAndMonth,
      dimensions: byOwnerAndMonth.dimensions.slice(1),
      levels: byOwnerAndMonth.levels.slice(2).map(level => ({ ...level, by: level.by.map(() => 0) })),
    };
    const { series } = options(byMonth, { kind: "line" }, "line");
    expect(
      series.map(({ name, lineStyle, data }) => [name, lineStyle?.type, data.map(({ value }) => value)]),
    ).toEqual([
      ["赢单额（去年同期）", "dashed", [50000, 100000]],
      ["赢单额", "solid", [100000, 100000.5]],
    ]);
  });

  it("stacks, and tells the share of each part", () => {
    const { series } = options(plain(byOwnerAndMonth), { kind: "stacked" }, "stacked");
    expect(series.map(({ stack }) => stack)).toEqual(["all", "all"]);
    expect(series[1]?.data[0]?.lines[0]?.text).toBe("¥20,000.50 · 16.7%");
  });

  it("cuts a pie of the chosen measure", () => {
    const { series } = options(byOwner, { kind: "pie", measure: "n" }, "pie");
    expect(series[0]?.data.map(({ name, value }) => [name, value])).toEqual([
      ["张三", 3],
      ["李四", 1],
    ]);
  });

  it("keeps the steps of a funnel in their order, each in the middle", () => {
    const { series, yAxis } = options(byOwner, { kind: "funnel" }, "funnel");
    expect(yAxis).toMatchObject({ data: ["张三", "李四"], inverse: true });
    expect(series[0]?.data).toEqual([0, (120000.5 - 80000) / 2]);
    expect(series[1]?.data.map(({ value }) => value)).toEqual([120000.5, 80000]);
  });

  it("measures a gauge by the goal", () => {
    const { series } = options(inAll, { kind: "gauge", goal: "400000" }, "gauge");
    expect(series[0]).toMatchObject({ max: 400000, data: [{ name: "50%" }] });
    expect(niceAbove(200000.5)).toBe(500000);
  });

  it("colours regions where they lie, and says what has no place", () => {
    const region = (value: string | null, label: string) => ({ value, label, filter: null });
    const members = [region("44", "广东省"), region(null, "")];
    const byProvince: typeof byOwner = {
      ...byOwner,
      dimensions: [{ on: "rows", field: "region", label: "地区", bucket: "province", members }],
    };
    const atlas: Drawn["atlas"] = {
      map: { type: "FeatureCollection", features: [{ properties: { code: "44", name: "广东" } }] },
      cities: {},
    };
    const told = optionsOf(byProvince, { kind: "map" }, "map", { ...drawn, atlas }) as unknown as Options & {
      title: { text: string };
      series: { map: string }[];
    };
    expect(told.series[0]).toMatchObject({ type: "map", map: "china" });
    expect(told.series[0]?.data).toMatchObject([
      { name: "44", called: "广东省", value: 120000.5, mark: { by: [0], at: [0], measure: 0 } },
    ]);
    expect(told.title.text).toBe("图上没有：（空） 8万");
    expect(options(byProvince, { kind: "map" }, "map").series).toBeUndefined();
  });

  it("scatters members by two measures, and heats two dimensions", () => {
    expect(options(byOwner, { kind: "scatter" }, "scatter").series[0]?.data[0]?.value).toEqual([120000.5, 3]);
    expect(
      options(byOwnerAndMonth, { kind: "heat" }, "heat").series[0]?.data.map(({ value }) => value),
    ).toEqual([
      [0, 0, 100000],
      [1, 0, 20000.5],
      [1, 1, 80000],
    ]);
  });

  it("lets names of users be text and nothing else", () => {
    expect(escaped(`<img src=x onerror="x">`)).toBe("&lt;img src=x onerror=&quot;x&quot;&gt;");
    expect(tip("<b>", [{ name: "<i>", text: "&" }])).not.toMatch(/<b>[^<]*<|<i>/);
  });
});
