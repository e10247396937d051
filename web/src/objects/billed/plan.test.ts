import { describe, expect, it } from "vitest";
import { amountOfShare, equalParts, monthly, planned, restToLast, type TermRow } from "./plan";

const row = (amount: string): TermRow => ({
  key: amount,
  name: "",
  dueDate: "",
  share: "",
  amount,
  received: 0n,
});

describe("the terms of a payment plan", () => {
  it("are shares of the whole, rounded half up", () => {
    expect(amountOfShare(10_000_001n, "33.33")).toBe(3_333_000n);
    expect(amountOfShare(101n, "50")).toBe(51n);
    expect(amountOfShare(101n, "a third")).toBeUndefined();
  });

  it("are equal to the fen, and the last takes what is left over", () => {
    expect(equalParts(100n, 3)).toEqual([33n, 33n, 34n]);
    expect(equalParts(100n, 1)).toEqual([100n]);
  });

  it("are due on the same day of the months, or on their last", () => {
    expect(monthly("2026-12-31", 3)).toEqual(["2026-12-31", "2027-01-31", "2027-02-28"]);
  });

  it("give the rest to the last, unless there is none", () => {
    const rows = [row("30.00"), row("1")];
    expect(restToLast(rows, 10_000n, 2).map(each => each.amount)).toEqual(["30.00", "70.00"]);
    expect(planned(restToLast(rows, 10_000n, 2), 2)).toBe(10_000n);
    expect(restToLast([row("300"), row("1")], 10_000n, 2).map(each => each.amount)).toEqual(["300", "1"]);
  });
});
