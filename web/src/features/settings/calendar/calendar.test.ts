import { expect, test } from "vitest";
import { daysIn, weeksOf } from "./calendar";

test("a month lies in weeks that begin on Monday", () => {
  const november = weeksOf(2026, 10);
  expect(november[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
  expect(november.at(-1)?.[0]).toBe("2026-11-30");
  expect(november.at(-1)?.[1]).toBeNull();
  expect(weeksOf(2026, 1).flat().filter(Boolean)).toHaveLength(28);
});

test("leap years have a day more", () => {
  expect([2024, 2026].map(daysIn)).toEqual([366, 365]);
});
