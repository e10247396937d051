import { describe, expect, it } from "vitest";
import type { Field } from "~/kernel/api/contract";
import { customer } from "~/kernel/testing/world";
import { besides, boardColumns, boardFields, columnFilter, countsOf } from "./board";

const status = customer.fields.find(field => field.name === "status") as Field;
const counts = countsOf(
  {
    rows: [
      { status: "new", count: 3 },
      { status: null, count: 1 },
    ],
    totals: { count: 4 },
    more: false,
  },
  "status",
);

describe("a board", () => {
  it("can stand on any choice", () => {
    expect(boardFields(customer).map(field => field.name)).toEqual(["level", "status"]);
  });

  it("has a column for each option and one for records without", () => {
    expect(boardColumns(status, counts, "未填写").map(column => column.label)).toEqual([
      "新建",
      "成交",
      "未填写",
    ]);
  });

  it("spares the column without a value where there can be none", () => {
    const required = { ...status, required: true };
    expect(boardColumns(required, new Map(), "未填写").map(column => column.value)).toEqual(["new", "won"]);
    expect(boardColumns(required, counts, "未填写")).toHaveLength(3);
  });

  it("keeps a retired option only while records stand on it", () => {
    const retired = { ...status, options: [{ value: "old", label: "旧", active: false }] };
    expect(boardColumns(retired, new Map(), "x").map(column => column.value)).toEqual([null]);
    expect(boardColumns(retired, new Map([["old", 2]]), "x").map(column => column.value)).toEqual([
      "old",
      null,
    ]);
  });

  it("asks for each column on top of the list's own filter", () => {
    const mine = { field: "owner", op: "eq" as const, value: "me" };
    expect(columnFilter(mine, "status", "new")).toEqual({
      and: [mine, { field: "status", op: "eq", value: "new" }],
    });
    expect(columnFilter(null, "status", null)).toEqual({ field: "status", op: "empty" });
  });

  it("knows the column beside", () => {
    const columns = boardColumns(status, counts, "x");
    expect(besides(columns, "new", 1)?.value).toBe("won");
    expect(besides(columns, "new", -1)).toBeUndefined();
  });
});
