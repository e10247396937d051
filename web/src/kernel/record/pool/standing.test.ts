import { expect, test } from "vitest";
import { instantOf } from "~/kernel/text/dates";
import { daysLeft } from "./standing";

test("what goes back at the coming midnight goes back tonight", () => {
  expect(daysLeft(instantOf("2026-11-30 00:00"), "2026-11-29")).toBe(1);
});

test("days are counted to that midnight", () => {
  expect(daysLeft(instantOf("2026-12-03 00:00"), "2026-11-29")).toBe(4);
});

test("what is late goes back with the next run", () => {
  expect(daysLeft(instantOf("2026-11-20 00:00"), "2026-11-29")).toBe(1);
});
