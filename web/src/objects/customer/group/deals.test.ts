import { describe, expect, it } from "vitest";
import { forest } from "../forest";
import { NO_DEALS, ownDeals, rolledUp } from "./deals";

describe("the deals of a group", () => {
  it("roll up over the tree, what is lost apart", () => {
    const own = ownDeals([
      { customer: { id: 1, label: "A" }, outcome: "won", count: 1, sum_amount: "100.00" },
      { customer: { id: 3, label: "C" }, outcome: "open", count: 2, sum_amount: "70.50" },
      { customer: { id: 3, label: "C" }, outcome: "lost", count: 4, sum_amount: "9999.00" },
      { customer: { id: 3, label: "C" }, outcome: "won", count: 1, sum_amount: null },
    ]);
    const tree = forest(
      [
        [1, null],
        [2, 1],
        [3, 2],
      ] as [number, number | null][],
      ([id]) => id,
      ([, upper]) => upper,
    );
    const all = rolledUp(tree, ([id]) => id, own, NO_DEALS);
    expect(all.get(1)).toEqual({ open: 2, openAmount: 70.5, wonAmount: 100 });
    expect(all.get(2)).toEqual({ open: 2, openAmount: 70.5, wonAmount: 0 });
    expect(own.get(2)).toBeUndefined();
  });
});
