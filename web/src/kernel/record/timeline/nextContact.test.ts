import { describe, expect, it } from "vitest";
import { field } from "~/kernel/testing/world";
import { showTimesIn } from "~/kernel/text/dates";
import { contactValue, dayOf, soonDays } from "./nextContact";

describe("the next contact", () => {
  it("is tomorrow, or in three days, across the end of a month", () => {
    expect(dayOf("tomorrow", "2026-11-30")).toBe("2026-12-01");
    expect(dayOf("inThreeDays", "2026-11-29")).toBe("2026-12-02");
  });

  it("on next Monday is never today", () => {
    expect(dayOf("nextMonday", "2026-11-22")).toBe("2026-11-23");
    expect(dayOf("nextMonday", "2026-11-23")).toBe("2026-11-30");
    expect(dayOf("nextMonday", "2026-11-25")).toBe("2026-11-30");
  });

  it("offers each day once, by its nearest name", () => {
    expect(soonDays("2026-11-22").map(({ soon }) => soon)).toEqual(["tomorrow", "inThreeDays"]);
    expect(soonDays("2026-11-25").map(({ soon }) => soon)).toEqual(["tomorrow", "inThreeDays", "nextMonday"]);
  });

  it("is written as the field wants it", () => {
    showTimesIn({ timeZone: "Asia/Shanghai" });
    expect(contactValue(field("next", "date"), "2026-11-23")).toBe("2026-11-23");
    expect(contactValue(field("next", "dateTime"), "2026-11-23")).toBe("2026-11-23T01:00:00.000Z");
  });
});
