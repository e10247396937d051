import { describe, expect, it } from "vitest";
import { forest } from "../forest";
import { rolledUp } from "./deals";
import { NOTHING_OWED, openOf, owedFilter, ownOwed } from "./owed";

describe("what a group owes", () => {
  it("rolls up over the tree, to the cent", () => {
    const at = (id: number, sum_amount: string, sum_received: string | null = null) => ({
      customer: { id, label: "" },
      sum_amount,
      sum_received,
    });
    const own = ownOwed([at(1, "0.30", "0.10"), at(3, "1000.05", null)], [at(3, "500.00")], [at(3, "7.00")]);
    const tree = forest(
      [
        [1, null],
        [2, 1],
        [3, 2],
      ] as [number, number | null][],
      ([id]) => id,
      ([, upper]) => upper,
    );
    const all = rolledUp(tree, ([id]) => id, own, NOTHING_OWED);
    expect(all.get(1)).toEqual({ owed: 1000.25, overdue: 500, received: 7 });
    expect(all.get(2)).toEqual({ owed: 1000.05, overdue: 500, received: 7 });
    expect(openOf({ sum_amount: null, sum_received: null })).toBe(0);
  });

  it("is asked of terms that are open, late ones by their day", () => {
    expect(owedFilter(5, "2026-12-01")).toMatchObject({
      and: [{ or: [{ value: 5 }, { value: 5 }] }, { value: ["pending", "partial"] }, { field: "dueDate" }],
    });
  });
});
