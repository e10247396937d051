import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decimalOf } from "~/kernel/text/units";
import { lineAmounts, sumOf } from "./lineAmounts";

interface Example {
  quantity: string;
  price: string;
  discount: string;
  taxRate: string;
  included: boolean;
  digits: number;
  net: string;
  tax: string;
  amount: string;
}

/** By the server's own examples. */
const examples: Example[] = JSON.parse(
  readFileSync("../server/src/test/resources/hengke/trade/line-amounts.json", "utf8"),
);

describe("lineAmounts", () => {
  it.each(examples)("$quantity × $price, $discount % off, $taxRate % tax", example => {
    const its = lineAmounts(example, example.included, example.digits);
    expect(its && decimalOf(its.net, example.digits)).toBe(example.net);
    expect(its && decimalOf(its.tax, example.digits)).toBe(example.tax);
    expect(its && decimalOf(its.amount, example.digits)).toBe(example.amount);
  });

  it("says nothing while a number is missing or is none", () => {
    const line = { quantity: "1", price: "", discount: "", taxRate: "" };
    expect(lineAmounts(line, true, 2)).toBeUndefined();
    expect(lineAmounts({ ...line, price: "一" }, true, 2)).toBeUndefined();
    expect(lineAmounts({ ...line, price: "0.1234567" }, true, 2)).toBeUndefined();
  });

  it("sums up exactly", () => {
    const tenth = { quantity: "1", price: "0.1", discount: "", taxRate: "" };
    const lines = Array.from({ length: 3 }, () => lineAmounts(tenth, true, 2)).filter(
      each => each !== undefined,
    );
    expect(decimalOf(sumOf(lines).amount, 2)).toBe("0.30");
  });
});
