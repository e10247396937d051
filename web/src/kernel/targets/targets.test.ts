import { describe, expect, it } from "vitest";
import { paceOf, percentOf, spanAfter, spanName, standingOf } from "./targets";

describe("completion", () => {
  it("is a percentage of what is aimed at, and none without an aim", () => {
    expect(percentOf({ aim: "2000.00", done: "500.00" })).toBe(25);
    expect(percentOf({ aim: null, done: "500.00" })).toBeNull();
    expect(percentOf({ aim: "0.00", done: "500.00" })).toBeNull();
  });

  it("is held against the working days that have passed", () => {
    const span = { unit: "month", from: "2026-11-01", to: "2026-11-30", pace: { passed: 5, total: 20 } };
    expect(paceOf(span)).toBe(25);
    expect(standingOf(24.9, 25)).toBe("behind");
    expect(standingOf(25, 25)).toBe("ahead");
    expect(standingOf(100, 25)).toBe("done");
  });
});

describe("spans", () => {
  it("are called as people call them", () => {
    expect(spanName("month", "2026-11-01", 1, true)).toBe("2026年11月");
    expect(spanName("quarter", "2026-10-01", 1, true)).toBe("2026年第四季度");
    expect(spanName("quarter", "2026-10-01", 1, false)).toBe("2026 Q4");
    expect(spanName("year", "2026-01-01", 1, true)).toBe("2026年");
  });

  it("follow the year of business", () => {
    expect(spanName("quarter", "2027-01-01", 4, true)).toBe("2026财年第四季度");
    expect(spanName("year", "2026-04-01", 4, false)).toBe("FY2026");
  });

  it("follow one another across years", () => {
    expect(spanAfter("month", "2026-12-01", 1)).toBe("2027-01-01");
    expect(spanAfter("quarter", "2026-01-01", -1)).toBe("2025-10-01");
    expect(spanAfter("year", "2026-04-01", -1)).toBe("2025-04-01");
  });
});
