import { expect, it } from "vitest";
import { faultyLines } from "./faultyLines";

it("names the faulty lines in their order", () => {
  expect(faultyLines({ "lines[10]": "b", "lines[9]": "a", file: "c" })).toEqual([
    { line: 9, fault: "a" },
    { line: 10, fault: "b" },
  ]);
});
