import { describe, expect, it } from "vitest";
import { closedIn, endedBy, narrowed, percent } from "./outcomes";

describe("won and lost", () => {
  it("come together by competitor, those met most often first", () => {
    const rival = { id: 7, label: "北方软件" };
    const answer = {
      rows: [
        { outcome: "lost", competitor: null, count: 1, sum_amount: "5.00" },
        { outcome: "won", competitor: rival, count: 1, sum_amount: "30.00" },
        { outcome: "lost", competitor: rival, count: 2, sum_amount: null },
      ],
      totals: {},
      more: false,
    };
    expect(endedBy(answer, "competitor", "amount")).toEqual([
      { value: 7, label: "北方软件", won: 1, lost: 2, amountWon: 30, amountLost: 0 },
      { value: null, label: null, won: 0, lost: 1, amountWon: 0, amountLost: 5 },
    ]);
  });

  it("are those closed in a time, and open the deals below a number", () => {
    expect(closedIn("ever")).toEqual({ field: "outcome", op: "in", value: ["won", "lost"] });
    expect(narrowed(closedIn("year"), "lost", "lossReason", "price")).toEqual({
      and: [
        { field: "outcome", op: "in", value: ["won", "lost"] },
        { field: "closedAt", op: "during", value: "thisYear" },
        { field: "outcome", op: "eq", value: "lost" },
        { field: "lossReason", op: "eq", value: "price" },
      ],
    });
    expect(narrowed(closedIn("ever"), null, "competitor", null)).toMatchObject({
      and: [{}, { field: "competitor", op: "empty" }],
    });
  });

  it("have no rate where nothing was decided", () => {
    expect(percent(1, 3)).toBe("33.3%");
    expect(percent(0, 0)).toBeNull();
  });
});
