import { describe, expect, it } from "vitest";
import { daysFromToday, instantOf, parseDay, parseMoment, wallTime } from "./dates";

const sunday = "2026-11-22";

describe("a typed day", () => {
  it.each([
    ["2026-03-05", "2026-03-05"],
    ["2026/3/5", "2026-03-05"],
    ["2026.3.5", "2026-03-05"],
    ["20260305", "2026-03-05"],
    ["２０２６年３月５日", "2026-03-05"],
    ["3-5", "2026-03-05"],
    ["3月5日", "2026-03-05"],
    ["今天", "2026-11-22"],
    ["明天", "2026-11-23"],
    ["大后天", "2026-11-25"],
    ["＋３", "2026-11-25"],
    ["10天后", "2026-12-02"],
    ["周一", "2026-11-16"],
    ["下周一", "2026-11-23"],
    ["上周日", "2026-11-15"],
  ])("%s is %s", (typed, day) => {
    expect(parseDay(typed, sunday)).toBe(day);
  });

  it.each(["", "2026-02-30", "2026-13-01", "3-32", "哪天", "12345"])("%s is none", typed => {
    expect(parseDay(typed, sunday)).toBeUndefined();
  });
});

describe("a typed moment", () => {
  it.each([
    ["2026-03-05 14:30", "2026-03-05 14:30"],
    ["２０２６－０３－０５　１４：３０", "2026-03-05 14:30"],
    ["明天 9:30", "2026-11-23 09:30"],
    ["3月5日下午2点", "2026-03-05 14:00"],
    ["下周一上午10点半", "2026-11-23 10:30"],
    ["15:00", "2026-11-22 15:00"],
    ["明天", "2026-11-23 09:00"],
  ])("%s is %s", (typed, moment) => {
    expect(parseMoment(typed, sunday)).toBe(moment);
  });

  it("refuses hours that do not exist", () => {
    expect(parseMoment("明天 25:00", sunday)).toBeUndefined();
  });
});

describe("instants", () => {
  it("read in the company's time zone", () => {
    expect(wallTime("2026-11-22T16:30:00Z")).toBe("2026-11-23 00:30");
    expect(instantOf("2026-11-23 00:30")).toBe("2026-11-22T16:30:00.000Z");
  });

  it("know how far a day is", () => {
    expect(daysFromToday("2026-11-20", sunday)).toBe(-2);
  });
});
