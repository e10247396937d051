import { describe, expect, it } from "vitest";
import { changeOf, daysFrom } from "./movement";

describe("days from which one asks", () => {
  it("are the Monday of a Sunday's week and the first of month and quarter", () => {
    expect(daysFrom("2026-11-29")).toEqual({
      yesterday: "2026-11-28",
      monday: "2026-11-23",
      month: "2026-11-01",
      quarter: "2026-10-01",
    });
  });

  it("cross a year", () => {
    expect(daysFrom("2027-01-01")).toMatchObject({ yesterday: "2026-12-31", monday: "2026-12-28" });
  });
});

describe("change of the whole", () => {
  it("adds what came, takes away what was won or lost, and the difference of the rest", () => {
    const part = (name: string, before: string, now: string) => ({ part: name, count: 1, before, now });
    expect(changeOf(part("came", "0", "50"))).toBe(50);
    expect(changeOf(part("won", "80", "100"))).toBe(-80);
    expect(changeOf(part("shrank", "80", "30"))).toBe(-50);
  });
});
