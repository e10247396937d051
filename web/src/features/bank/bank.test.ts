import { describe, expect, it } from "vitest";
import type { Proposal, RecordData } from "~/kernel/api/contract";
import { creditOf, standingOf, sureOnes } from "./bank";

const term = (amount: string) => ({
  plan: 1,
  name: "首付款",
  bill: { object: "contract", id: 1, label: "HT1" },
  dueDate: "2026-12-01",
  open: amount,
  amount,
});
const proposal = (given: Partial<Proposal>): Proposal => ({
  entry: 7,
  customer: { id: 1, label: "甲" },
  whose: "",
  what: "",
  sure: false,
  terms: [],
  ...given,
});
const entry = { id: 7, amount: { amount: "250.00", currency: "CNY" } } as unknown as RecordData;

describe("money on the bank", () => {
  it("is sure, likely or unknown", () => {
    expect(standingOf(undefined)).toBe("unknown");
    expect(standingOf(proposal({ customer: null }))).toBe("unknown");
    expect(standingOf(proposal({}))).toBe("likely");
    expect(sureOnes([proposal({ sure: true }), proposal({ entry: 8 })])).toEqual([7]);
  });

  it("becomes credit as far as it pays nothing", () => {
    expect(creditOf(entry, proposal({ terms: [term("100.00"), term("120.50")] }), 2)).toBe("29.50");
    expect(creditOf(entry, proposal({ terms: [term("250.00")] }), 2)).toBeNull();
  });
});
