import { describe, expect, it } from "vitest";
import type { Filter } from "~/kernel/api/contract";
import {
  allOf,
  countConditions,
  filterOf,
  newCondition,
  newExists,
  newGroup,
  replaceNode,
  treeOf,
} from "./filterTree";

const level: Filter = { field: "level", op: "in", value: ["A", "B"] };
const named: Filter = { field: "name", op: "contains", value: "云图" };
const hasPrimary: Filter = { exists: "contacts", where: { field: "primary", op: "eq", value: true } };

describe("the filter tree", () => {
  it.each<[string, Filter]>([
    ["a single condition", level],
    ["both of two", { and: [level, named] }],
    [
      "one of two, inside a group",
      { and: [named, { or: [level, { field: "owner", op: "eq", value: "me" }] }] },
    ],
    ["neither of two", { not: { or: [level, named] } }],
    ["not one", { not: level }],
    ["children that exist", hasPrimary],
    ["children that do not exist", { not: hasPrimary }],
    ["nothing in a field", { field: "phone", op: "empty" }],
  ])("gives back %s as it came", (_, filter) => {
    expect(filterOf(treeOf(filter))).toEqual(filter);
  });

  it("leaves out what is not finished", () => {
    const tree = newGroup("all", [
      newCondition("name", "contains", ""),
      newCondition("level", "in", []),
      newCondition("owner", "eq", "me"),
      newGroup("any", [newCondition("phone", "eq", null)]),
    ]);
    expect(filterOf(tree)).toEqual({ field: "owner", op: "eq", value: "me" });
    expect(filterOf(newGroup())).toBeNull();
  });

  it("reads a range with an open end as at least or at most", () => {
    expect(filterOf(newCondition("revenue", "between", ["100", null]))).toEqual({
      field: "revenue",
      op: "ge",
      value: "100",
    });
    expect(filterOf(newCondition("revenue", "between", [null, "9"]))).toEqual({
      field: "revenue",
      op: "le",
      value: "9",
    });
    expect(filterOf(newCondition("revenue", "between", [null, null]))).toBeNull();
  });

  it("keeps a false and a zero", () => {
    expect(filterOf(newCondition("active", "eq", false))).toEqual({
      field: "active",
      op: "eq",
      value: false,
    });
    expect(filterOf(newCondition("employees", "gt", 0))).toEqual({ field: "employees", op: "gt", value: 0 });
  });

  it("replaces and removes a node wherever it stands", () => {
    const deep = newCondition("primary", "eq", true);
    const tree = newGroup("all", [newExists("contacts", false, newGroup("all", [deep]))]);
    expect(filterOf(replaceNode(tree, deep.key, { ...deep, value: false }))).toEqual({
      exists: "contacts",
      where: { field: "primary", op: "eq", value: false },
    });
    expect(filterOf(replaceNode(tree, deep.key, null))).toEqual({ exists: "contacts" });
  });

  it("counts conditions", () => {
    expect(countConditions(null)).toBe(0);
    expect(countConditions({ and: [level, { or: [named, { not: hasPrimary }] }] })).toBe(4);
  });

  it("joins filters without nesting needlessly", () => {
    expect(allOf(null, undefined)).toBeNull();
    expect(allOf(level, null)).toEqual(level);
    expect(allOf({ and: [level, named] }, hasPrimary)).toEqual({ and: [level, named, hasPrimary] });
  });
});
