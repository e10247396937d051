import { describe, expect, it } from "vitest";
import { field } from "~/kernel/testing/world";
import { firstOperator, operatorWord, valueUnder } from "./operators";

describe("operators", () => {
  it("start with the most likely one that the field allows", () => {
    expect(firstOperator(field("name", "text", { operators: ["eq", "contains"] }))).toBe("contains");
    expect(firstOperator(field("level", "choice", { operators: ["eq", "in"] }))).toBe("in");
    expect(firstOperator(field("employees", "integer", { operators: ["lt", "eq"] }))).toBe("eq");
  });

  it("speak of days as days", () => {
    expect(operatorWord(field("dueAt", "date"), "lt")).toBe("before");
    expect(operatorWord(field("employees", "integer"), "lt")).toBe("lt");
  });

  it("keep a value that still makes sense", () => {
    expect(valueUnder("in", "eq", "A")).toEqual(["A"]);
    expect(valueUnder("eq", "in", ["A", "B"])).toBe("A");
    expect(valueUnder("gt", "lt", "5")).toBe("5");
    expect(valueUnder("during", "lt", "2026-01-01")).toBeNull();
    expect(valueUnder("in", "eq", null)).toBeNull();
  });
});
