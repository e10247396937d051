import { describe, expect, it } from "vitest";
import type { Field } from "~/kernel/api/contract";
import { optionPath, optionTree } from "./tree";

const options = [
  { value: "c", label: "制造业" },
  { value: "c36", label: "汽车", parent: "c" },
  { value: "x", label: "孤儿", parent: "gone" },
];
const field = { options } as Field;

describe("a tree of options", () => {
  it("stands children under parents and keeps orphans", () => {
    expect(optionTree(options).map(node => [node.title, node.children.length])).toEqual([
      ["制造业", 1],
      ["孤儿", 0],
    ]);
  });

  it("reads as a path", () => {
    expect(optionPath(field, "c36")).toBe("制造业 / 汽车");
    expect(optionPath(field, "unknown")).toBe("unknown");
  });

  it("ends when options go round in a circle", () => {
    const circle = [
      { value: "a", label: "A", parent: "b" },
      { value: "b", label: "B", parent: "a" },
    ];
    expect(optionPath({ options: circle } as Field, "a")).toBe("B / A");
  });
});
