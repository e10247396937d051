import { describe, expect, it } from "vitest";
import { isLastOfMonth, nthOf, patternsFor, readRule, weekdayOf, writeRule } from "./repeat";

const MONDAY = "2026-03-02";

describe("how an appointment repeats", () => {
  it("is written and read again, with its end", () => {
    for (const pattern of patternsFor(MONDAY)) {
      const until = pattern === "never" ? null : "2026-12-31";
      const rule = writeRule({ pattern, until, count: null }, MONDAY, null);
      expect(readRule(rule, MONDAY)).toEqual({ pattern, until, count: null });
    }
  });

  it("knows other ways to say the same", () => {
    expect(readRule("FREQ=WEEKLY;WKST=MO;INTERVAL=1;BYDAY=MO", MONDAY).pattern).toBe("weekly");
    expect(readRule("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", MONDAY).pattern).toBe("nth");
    expect(readRule("BYDAY=FR,MO,TU,WE,TH;FREQ=WEEKLY", MONDAY).pattern).toBe("other");
    expect(readRule("BYDAY=MO,TU,WE,TH,FR;FREQ=WEEKLY", MONDAY).pattern).toBe("workdays");
  });

  it("keeps a rule that has no name here", () => {
    const rule = "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5";
    expect(readRule(rule, MONDAY)).toEqual({ pattern: "other", until: null, count: 5 });
    expect(writeRule(readRule(rule, MONDAY), MONDAY, rule)).toBe(rule);
    expect(writeRule({ pattern: "other", until: "2026-06-30", count: null }, MONDAY, rule)).toBe(
      "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260630",
    );
  });

  it("ends on a day, also where a moment was written", () => {
    expect(readRule("FREQ=DAILY;UNTIL=20260310T170000Z", MONDAY).until).toBe("2026-03-10");
  });

  it("offers what the day allows", () => {
    expect(patternsFor("2026-03-07")).not.toContain("workdays");
    expect(patternsFor("2026-03-31")).toContain("last");
    expect(patternsFor("2026-03-31")).not.toContain("nth");
  });

  it("knows the days", () => {
    expect([
      weekdayOf(MONDAY),
      weekdayOf("2026-03-08"),
      nthOf("2026-03-16"),
      isLastOfMonth("2028-02-29"),
    ]).toEqual(["MO", "SU", 3, true]);
  });
});
