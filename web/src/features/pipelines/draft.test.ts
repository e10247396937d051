import { describe, expect, it } from "vitest";
import { newStage, shifted } from "./draft";

describe("pipelines being set", () => {
  it("move a stage, but not beyond the ends", () => {
    expect(shifted(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(shifted(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(shifted(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });

  it("start a further stage halfway to a win", () => {
    expect(
      newStage("x", { key: "quote", rate: "60", rottingDays: 14, tasks: [], category: "bestCase" }),
    ).toEqual({
      key: "x",
      rate: "80",
      rottingDays: 14,
      tasks: [],
      category: "bestCase",
    });
    expect(newStage("x", undefined).rate).toBe("10");
  });
});
