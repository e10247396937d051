import { describe, expect, test } from "vitest";
import type { Subscription } from "~/kernel/api/contract";
import { bodyOf, draftOf, EMPTY, isReady, LAST_DAY, scheduleText } from "./subscriptions";

const KEPT: Subscription = {
  id: 7,
  version: 1,
  kind: "report",
  report: "3",
  name: "业绩",
  owner: { id: 1, label: "Ana" },
  mine: true,
  changeable: true,
  audience: { everybody: false, people: [{ id: 1, label: "Ana" }], departments: [], roles: [] },
  schedule: { every: "week", weekdays: ["monday", "friday"], day: 1, at: "08:30", workdays: false },
  pictures: true,
  workbook: false,
  note: "",
  state: "active",
  ended: null,
  next: null,
  last: null,
  receiving: true,
};

describe("a subscription", () => {
  test("for oneself alone is seen as that, and sent to oneself", () => {
    const draft = draftOf(KEPT);
    expect(draft.toMe).toBe(true);
    expect(bodyOf(draft, 1)).toEqual({
      people: [1],
      departments: [],
      roles: [],
      schedule: { every: "week", weekdays: ["monday", "friday"], at: "08:30", workdays: false },
      pictures: true,
      workbook: false,
      note: "",
    });
  });

  test("for others keeps them", () => {
    const audience = {
      ...KEPT.audience,
      everybody: false,
      people: [{ id: 1, label: "Ana" }],
      departments: [{ id: 4, label: "北区" }],
      roles: [],
    };
    const draft = draftOf({ ...KEPT, audience });
    expect(draft.toMe).toBe(false);
    expect(bodyOf(draft, 1)).toMatchObject({ people: [1], departments: [4] });
  });

  test("needs somebody, a time and, by the week, a day", () => {
    expect(isReady(EMPTY)).toBe(true);
    expect(isReady({ ...EMPTY, toMe: false })).toBe(false);
    expect(isReady({ ...EMPTY, schedule: { ...EMPTY.schedule, at: "" } })).toBe(false);
    expect(isReady({ ...EMPTY, schedule: { ...EMPTY.schedule, every: "week", weekdays: [] } })).toBe(false);
  });
});

describe("when it is sent", () => {
  test.each([
    [{}, "每周一、周五 08:30", "Mon, Fri at 08:30"],
    [{ every: "day", workdays: true }, "每天 08:30（休息日顺延）", "Daily at 08:30 (on working days)"],
    [{ every: "month", day: 5 }, "每月 5 号 08:30", "Day 5 of each month at 08:30"],
    [{ every: "month", day: LAST_DAY }, "每月最后一天 08:30", "Last day of each month at 08:30"],
  ])("%j", (change, chinese, english) => {
    const schedule = { ...KEPT.schedule, ...change };
    expect(scheduleText(schedule, "zh-CN")).toBe(chinese);
    expect(scheduleText(schedule, "en-US")).toBe(english);
  });
});
