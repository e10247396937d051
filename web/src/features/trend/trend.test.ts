import { describe, expect, it } from "vitest";
import { bandsOf, extremesOf, stepName } from "./trend";

describe("a trend", () => {
  const points = [
    { from: "2026-09-01", value: 10 },
    { from: "2026-10-01", value: 20 },
  ];

  it("goes on where what is known ends, between bounds", () => {
    const bands = bandsOf({
      unit: "month",
      points,
      outlook: {
        method: "level",
        errors: [],
        steps: [{ from: "2026-11-01", value: 18, low80: 12, high80: 24, low95: 8, high95: 28 }],
      },
    });
    expect(bands.names).toEqual(["2026-09", "2026-10", "2026-11"]);
    expect(bands.actual).toEqual([10, 20, null]);
    expect(bands.foretold).toEqual([null, 20, 18]);
    expect(bands.low95).toEqual([null, 20, 8]);
    expect(bands.width95).toEqual([null, 0, 20]);
    expect(bands.width80).toEqual([null, 0, 12]);
  });

  it("is only what was where nothing is foretold", () => {
    const bands = bandsOf({ unit: "week", points, outlook: null });
    expect(bands.names).toEqual(["2026-09-01", "2026-10-01"]);
    expect(bands.foretold).toEqual([null, null]);
  });

  it("has parts of the year that stand out", () => {
    const parts = [3, -5, 0, 9, -1].map((value, at) => ({ from: `2026-0${at + 1}-01`, value }));
    const { high, low } = extremesOf(parts, 2);
    expect(high.map(({ value }) => value)).toEqual([9, 3]);
    expect(low.map(({ value }) => value)).toEqual([-5, -1]);
  });

  it("names months and weeks", () => {
    expect(stepName("month", "2026-11-01")).toBe("2026-11");
    expect(stepName("week", "2026-11-02")).toBe("2026-11-02");
  });
});
