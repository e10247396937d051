import { describe, expect, it } from "vitest";
import {
  countSelected,
  EVERYTHING,
  idsBetween,
  isNothing,
  isSelected,
  NOTHING,
  select,
  targetOf,
} from "./selection";

describe("a selection", () => {
  it("takes and gives back single records", () => {
    const two = select(NOTHING, [1, 2], true);
    expect(countSelected(two, 100)).toBe(2);
    expect(isNothing(select(two, [1, 2], false))).toBe(true);
  });

  it("of everything knows the exceptions", () => {
    const most = select(EVERYTHING, [7], false);
    expect(isSelected(most, 7)).toBe(false);
    expect(isSelected(most, 8)).toBe(true);
    expect(countSelected(most, 8800)).toBe(8799);
    expect(countSelected(select(most, [7], true), 8800)).toBe(8800);
  });

  it("reaches from one row to another in both directions", () => {
    expect(idsBetween([5, 3, 9, 1], 9, 5)).toEqual([5, 3, 9]);
    expect(idsBetween([5, 3, 9, 1], 404, 3)).toEqual([3]);
  });

  it("is never sent as an empty filter", () => {
    const level = { field: "level", op: "eq" as const, value: "A" };
    expect(targetOf(select(NOTHING, [3], true), level)).toEqual({ ids: [3] });
    expect(targetOf(EVERYTHING, level)).toEqual({ filter: level });
    expect(targetOf(EVERYTHING, null)).toEqual({ filter: { field: "id", op: "notEmpty" } });
    expect(targetOf(select(EVERYTHING, [7], false), level)).toEqual({
      filter: { and: [level, { field: "id", op: "notIn", value: [7] }] },
    });
  });
});
