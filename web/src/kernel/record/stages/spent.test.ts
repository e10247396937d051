import { describe, expect, it } from "vitest";
import { daysSpent } from "./spent";

const step = (at: string, to: string | null) => ({ at, from: null, to, by: null });

describe("days spent in stages", () => {
  it("add up over all visits, the present one until now", () => {
    const steps = [
      step("2026-11-01T00:00:00Z", "talk"),
      step("2026-11-04T00:00:00Z", "quote"),
      step("2026-11-05T12:00:00Z", "talk"),
    ];
    expect([...daysSpent(steps, new Date("2026-11-10T12:00:00Z"))]).toEqual([
      ["talk", 8],
      ["quote", 1],
    ]);
  });

  it("do not count while the record was deleted", () => {
    const steps = [step("2026-11-01T00:00:00Z", "talk"), step("2026-11-02T00:00:00Z", null)];
    expect([...daysSpent(steps, new Date("2026-11-10T00:00:00Z"))]).toEqual([["talk", 1]]);
  });
});
