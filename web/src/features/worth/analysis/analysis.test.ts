import { describe, expect, it } from "vitest";
import { cohortFilter, heatOf, monthAfter, percent, tilesOf } from "./analysis";

const cells = [
  { segment: "importantValue", recency: 5, frequency: 5, customers: 2, amount: "100.50" },
  { segment: "importantValue", recency: 5, frequency: 4, customers: 1, amount: "9.50" },
  { segment: "generalRetain", recency: 1, frequency: 1, customers: 4, amount: null },
  { segment: null, recency: null, frequency: null, customers: 7, amount: "0" },
];

describe("the analysis", () => {
  it("sums up segments, and keeps quiet about amounts nobody may read", () => {
    const { tiles, without } = tilesOf(cells);
    expect(tiles.get("importantValue")).toEqual({ segment: "importantValue", customers: 3, amount: 110 });
    expect(tiles.get("generalRetain")?.amount).toBeNull();
    expect(without).toBe(7);
  });

  it("counts pairs of scores", () => {
    const { count, most } = heatOf(cells);
    expect([count(5, 5), count(1, 1), count(2, 2), most]).toEqual([2, 4, 0, 4]);
  });

  it("says shares shortly", () => {
    expect([percent(1, 3), percent(1, 40), percent(0, 5), percent(1, 0)]).toEqual(["33%", "2.5%", "0%", "–"]);
  });

  it("finds months across the year", () => {
    expect(monthAfter("2025-11-01", 3)).toEqual(["2026-02-01", "2026-02-28"]);
  });

  it("opens a cell by first deal and a later one", () => {
    expect(cohortFilter("2026-01-01", 1, null)).toBeNull();
    expect(cohortFilter("2026-01-01", 1, { relation: "orders", at: "day", filter: null })).toEqual({
      and: [
        { field: "firstDealOn", op: "between", value: ["2026-01-01", "2026-01-31"] },
        { exists: "orders", where: { field: "day", op: "between", value: ["2026-02-01", "2026-02-28"] } },
      ],
    });
  });
});
