import { describe, expect, it } from "vitest";
import { timesDecimal } from "~/kernel/text/decimals";
import { type Currencies, digitsOf, valued, worthOf } from "./currencies";

const known: Currencies = {
  base: "CNY",
  day: "2026-11-29",
  currencies: [
    { currency: "CNY", digits: 2, rate: null, from: null },
    { currency: "USD", digits: 2, rate: "7.1", from: "2026-11-01" },
    { currency: "KWD", digits: 3, rate: "23.3333333333", from: "2026-11-01" },
    { currency: "EUR", digits: 2, rate: null, from: null },
  ],
};

describe("what an amount is worth", () => {
  it("says nothing of the company's own currency", () => {
    expect(worthOf("5", null, known)).toEqual({ kind: "same" });
    expect(worthOf({ amount: "5", currency: "CNY" }, null, known)).toEqual({ kind: "same" });
  });

  it("is reckoned at today's rate, half up to the cent", () => {
    const today = { kind: "today", rate: "7.1", from: "2026-11-01" };
    expect(worthOf({ amount: "0.05", currency: "USD" }, null, known)).toEqual({ ...today, worth: "0.36" });
    expect(worthOf({ amount: "-0.05", currency: "USD" }, null, known)).toEqual({ ...today, worth: "-0.36" });
  });

  it("stays what it was while the amount is the one that is stored", () => {
    const stored = { amount: "100.00", currency: "USD", base: "650.00" };
    expect(worthOf({ amount: "100", currency: "USD" }, stored, known)).toEqual({
      kind: "kept",
      worth: "650.00",
    });
    expect(worthOf({ amount: "101", currency: "USD" }, stored, known).kind).toBe("today");
  });

  it("goes with the amount as it is entered", () => {
    expect(valued("2", "USD", null, known)).toEqual({ amount: "2", currency: "USD", base: "14.20" });
    expect(valued("2", "CNY", null, known)).toEqual({ amount: "2", currency: "CNY" });
    expect(valued("2", "EUR", null, known)).toEqual({ amount: "2", currency: "EUR" });
  });

  it("is unknown without a rate", () => {
    expect(worthOf({ amount: "1", currency: "EUR" }, null, known)).toEqual({
      kind: "unknown",
      currency: "EUR",
    });
  });

  it("waits for a number", () => {
    expect(worthOf({ amount: "abc", currency: "USD" }, null, known)).toEqual({ kind: "same" });
  });

  it("knows the digits of each currency", () => {
    expect(digitsOf(known, "KWD")).toBe(3);
    expect(digitsOf(known, "XYZ")).toBe(2);
  });
});

describe("the product of two decimals", () => {
  it("is exact, whatever their length", () => {
    expect(timesDecimal("123456789012345.67", "7.1234567891")).toBe("879439101850480.046677488197");
    expect(timesDecimal("0.1", "0.2")).toBe("0.02");
    expect(timesDecimal("-3", "-.5")).toBe("1.5");
    expect(timesDecimal("-0", "5")).toBe("0");
    expect(timesDecimal(".", "5")).toBeUndefined();
  });
});
