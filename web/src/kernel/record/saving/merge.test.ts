import { describe, expect, it } from "vitest";
import type { StaleBody } from "~/kernel/api/contract";
import { customer } from "~/kernel/testing/world";
import { conflictsOf, mergedChange, sameValue } from "./merge";

const base = { name: "云图", level: "A", phone: "1" };
const stale = (current: Record<string, unknown>): StaleBody => ({
  status: 409,
  code: "stale",
  current,
  version: 5,
  changedBy: { id: 2, label: "本杰明" },
  changedAt: "2026-11-22T01:00:00Z",
});

describe("a stale change", () => {
  it("conflicts where both changed the same field to different values", () => {
    expect(conflictsOf(customer, stale({ level: "C" }), { level: "B" }, base)).toEqual([
      { field: "level", mine: "B", theirs: "C" },
    ]);
  });

  it("merges by itself where the other changed something else, or the same", () => {
    expect(conflictsOf(customer, stale({ phone: "2" }), { level: "B" }, base)).toEqual([]);
    expect(conflictsOf(customer, stale({ level: "B" }), { level: "B" }, base)).toEqual([]);
    expect(conflictsOf(customer, stale({ level: "A" }), { level: "B" }, base)).toEqual([]);
  });

  it("conflicts about lines as a whole, unless only one of us changed them", () => {
    const lines = [{ id: 1, name: "泵", quantity: "1" }];
    const theirs = [{ id: 1, name: "泵", quantity: "2" }];
    const mine = [{ id: 1, quantity: "3" }];
    expect(conflictsOf(customer, stale({ lines: theirs }), { lines: mine }, { ...base, lines })).toEqual([
      { field: "lines", mine, theirs },
    ]);
    expect(conflictsOf(customer, stale({ lines }), { lines: mine }, { ...base, lines })).toEqual([]);
  });

  it("goes on with what I kept of mine", () => {
    expect(mergedChange({ level: "B", phone: "3" }, new Set(["level"]))).toEqual({ phone: "3" });
  });

  it("takes nothing and null as the same", () => {
    expect(sameValue(customer, "phone", undefined, null)).toBe(true);
    expect(sameValue(customer, "phone", "", null)).toBe(true);
    expect(sameValue(customer, "gone", 1, 2)).toBe(false);
  });
});
