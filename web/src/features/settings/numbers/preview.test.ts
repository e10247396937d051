import { expect, test } from "vitest";
import { period, preview } from "./preview";

test("a pattern shows what it makes", () => {
  const make = (pattern: string) => preview(pattern, "2026-11-22");
  expect(make("C{yyyyMM}{0000}")).toBe("C2026110001");
  expect(make("{yyyy}-K-{000}")).toBe("2026-K-001");
  expect(make("N{yyyyMMdd}{0}")).toBe("N202611221");
  expect(make("Z{00}")).toBe("Z01");
});

test("what is no pattern shows nothing", () => {
  for (const wrong of ["", "C", "C{0000}x", "C{MM}{0000}", "{yyyy}{yyyy}{00}"]) {
    expect(preview(wrong, "2026-11-22")).toBeNull();
  }
});

test("the counter begins anew with the date in the pattern", () => {
  expect(["{yyyyMMdd}{0}", "{yyyyMM}{0}", "{yyyy}{0}", "{0}"].map(period)).toEqual([
    "day",
    "month",
    "year",
    "never",
  ]);
});
