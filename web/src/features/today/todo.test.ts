import { expect, test } from "vitest";
import { showTimesIn } from "~/kernel/text/dates";
import { putOff, todoFilter } from "./todo";

test("what is due by the end of a week from now is to be done", () => {
  showTimesIn({ timeZone: "Asia/Shanghai" });
  expect(todoFilter("me", "2026-03-02")).toEqual({
    and: [
      { field: "owner", op: "eq", value: "me" },
      { field: "status", op: "in", value: ["todo", "doing"] },
      { field: "dueAt", op: "lt", value: "2026-03-09T16:00:00.000Z" },
    ],
  });
});

test("put off it keeps its time of the day", () => {
  showTimesIn({ timeZone: "Asia/Shanghai" });
  expect(putOff("2026-02-01T01:30:00Z", "+3", "2026-03-02")).toBe("2026-03-05T01:30:00.000Z");
});
