import { describe, expect, it } from "vitest";
import type { RecordData } from "~/kernel/api/contract";
import { oldestFirst, owed, rowsOf, sumOf, wireOf } from "./matches";

const contract = { id: 3, label: "年度框架" };
const money = (amount: string) => ({ amount, currency: "CNY" });
const term = (id: number, amount: string, received: string) =>
  ({
    id,
    name: `第 ${id} 期`,
    contract,
    dueDate: "2026-12-01",
    amount: money(amount),
    received: money(received),
  }) as unknown as RecordData;

describe("what a payment settles", () => {
  it("is chosen among the terms of its contract, or else of its customer", () => {
    expect(owed({ contract, customer: { id: 9, label: "" } })).toMatchObject({
      and: [{}, { field: "contract", value: 3 }],
    });
    expect(owed({ contract: null, customer: { id: 9, label: "" } })).toMatchObject({
      and: [{}, { field: "customer", value: 9 }],
    });
    expect(owed({})).toBeUndefined();
  });

  it("counts its own part as open, and keeps what it settles without a term", () => {
    const matches = [
      { id: 1, plan: { id: 5, label: "第 5 期" }, contract, amount: money("30") },
      { id: 2, plan: null, contract, amount: money("7") },
    ] as unknown as RecordData[];
    const rows = rowsOf(matches, [term(5, "100", "40"), term(6, "50", "0")], 2);
    expect(rows.map(row => row.open)).toEqual([9_000n, null, 5_000n]);
    expect(sumOf(rows, 2)).toBe(3_700n);
    expect(wireOf(rows)).toEqual([
      { id: 1, plan: 5, amount: "30" },
      { id: 2, contract: 3, amount: "7" },
    ]);
  });

  it("goes to what is due first as far as the money reaches", () => {
    const rows = rowsOf([], [term(5, "100", "40"), term(6, "50", "0"), term(7, "10", "0")], 2);
    expect(oldestFirst(rows, 8_050n, 2).map(row => row.amount)).toEqual(["60.00", "20.50", ""]);
  });
});
