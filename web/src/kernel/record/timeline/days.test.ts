import { describe, expect, it } from "vitest";
import type { TimelineItem } from "~/kernel/api/contract";
import { showTimesIn } from "~/kernel/text/dates";
import { byDay } from "./days";

const at = (instant: string): TimelineItem => ({
  kind: "change",
  at: instant,
  by: { id: 1, label: "安娜" },
  through: "web",
  operation: 1,
  undoable: false,
  version: 1,
  action: "update",
  record: { object: "customer", id: 1, label: null },
});

describe("the days of a timeline", () => {
  it("are those of the company's clock", () => {
    showTimesIn({ timeZone: "Asia/Shanghai" });
    const days = byDay([at("2026-11-22T15:59:00Z"), at("2026-11-21T16:01:00Z"), at("2026-11-21T15:59:00Z")]);
    expect(days.map(({ day, items }) => [day, items.length])).toEqual([
      ["2026-11-22", 2],
      ["2026-11-21", 1],
    ]);
  });
});
