import { describe, expect, it } from "vitest";
import { methodsOf, pointsAt } from "./backtest";

const point = (from: string, horizon: string, ...methods: string[]) => ({
  from,
  horizon,
  day: from,
  actual: "1.00",
  foretold: methods.map(method => ({ method, amount: "2.00" })),
});

describe("past forecasts", () => {
  const points = [
    point("2026-01-01", "start", "lastYear", "byStage"),
    point("2026-01-01", "middle", "runRate"),
    point("2026-04-01", "start", "byStage", "submitted"),
  ];

  it("are shown at one horizon, the newest first", () => {
    expect(pointsAt({ points }, "start").map(({ from }) => from)).toEqual(["2026-04-01", "2026-01-01"]);
  });

  it("have a column for each way that said anything, naive ones last", () => {
    expect(methodsOf(points)).toEqual(["byStage", "submitted", "lastYear", "runRate"]);
  });
});
