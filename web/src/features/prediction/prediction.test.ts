import { describe, expect, it } from "vitest";
import type { Prediction } from "~/kernel/api/contract";
import { driftedClues, percent, pointsOf } from "./prediction";

describe("the calibration picture", () => {
  it("has what was said to the right and what came upwards", () => {
    const [low, high] = pointsOf(
      [
        { records: 10, said: 0.1, came: 0 },
        { records: 40, said: 0.8, came: 1 },
      ],
      200,
    );
    expect(low).toEqual({ x: 20, y: 200, radius: 4.5 });
    expect(high).toEqual({ x: 160, y: 0, radius: 6 });
  });

  it("says shares to a tenth of a percent", () => {
    expect(percent(0.12345)).toBe("12.3%");
  });
});

it("names only what has moved too far", () => {
  const clues = [
    { name: "a", label: "来源", leftOut: false, drift: 0.3, moved: "drifted" },
    { name: "b", label: "金额", leftOut: false, drift: 0.05, moved: "steady" },
    { name: "c", label: "职务", leftOut: true, drift: null, moved: null },
  ];
  expect(driftedClues({ clues } as Prediction)).toEqual(["来源"]);
});
