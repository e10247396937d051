import { describe, expect, it } from "vitest";
import { moneyText } from "./money";

describe("money", () => {
  it("reads with its sign and grouped", () => {
    expect(moneyText({ amount: "1234567.50", currency: "CNY" })).toBe("¥1,234,567.50");
    expect(moneyText({ amount: "-20.00", currency: "USD" })).toBe("-US$20.00");
    expect(moneyText({ amount: "7", currency: "CHF" })).toBe("CHF 7");
    expect(moneyText("12.00")).toBe("12.00");
  });
});
