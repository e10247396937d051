import { expect, test } from "vitest";
import { daysLeft } from "./daysLeft";

const now = new Date("2026-11-29T08:00:00Z");

test("a day that has begun counts", () => {
  expect(daysLeft("2026-11-29T08:00:01Z", now)).toBe(1);
  expect(daysLeft("2026-12-06T08:00:00Z", now)).toBe(7);
  expect(daysLeft("2026-12-06T08:00:01Z", now)).toBe(8);
});

test("what is over or never comes has none", () => {
  expect(daysLeft("2026-11-29T08:00:00Z", now)).toBeNull();
  expect(daysLeft(null, now)).toBeNull();
});
