import { describe, expect, it } from "vitest";
import { groupDigits, parseDecimal, roundDecimal, shortNumber } from "./decimals";

describe("a typed number", () => {
  it.each([
    ["1234.5", "1234.5"],
    ["１２，３４５．６７", "12345.67"],
    ["¥ 1,200", "1200"],
    ["￥１２００元", "1200"],
    ["12万", "120000"],
    ["1.25亿", "125000000"],
    ["3.5k", "3500"],
    ["(500)", "-500"],
    ["-0.00", "0.00"],
    ["－１２", "-12"],
    [".5", "0.5"],
    ["007", "7"],
    ["35%", "35"],
    ["9007199254740993.01", "9007199254740993.01"],
  ])("%s is %s", (typed, decimal) => {
    expect(parseDecimal(typed)).toBe(decimal);
  });

  it.each(["", "abc", "1.2.3", "12个", "--1", "1e5"])("%s is none", typed => {
    expect(parseDecimal(typed)).toBeUndefined();
  });
});

describe("decimals as text", () => {
  it("round half up without losing a cent", () => {
    expect(roundDecimal("1.005", 2)).toBe("1.01");
    expect(roundDecimal("-0.004", 2)).toBe("0.00");
    expect(roundDecimal("9.995", 2)).toBe("10.00");
    expect(roundDecimal("12", 0)).toBe("12");
    expect(roundDecimal("12.5", 0)).toBe("13");
  });

  it("group by thousands", () => {
    expect(groupDigits("1234567.5")).toBe("1,234,567.5");
    expect(groupDigits("-1234")).toBe("-1,234");
    expect(groupDigits("123")).toBe("123");
  });

  it("shorten in 万 and 亿, or K and M", () => {
    expect(shortNumber(123456, true)).toBe("12.35万");
    expect(shortNumber(150000000, true)).toBe("1.5亿");
    expect(shortNumber(150000000, false)).toBe("150M");
    expect(shortNumber(9999, true)).toBe("9,999");
  });
});
