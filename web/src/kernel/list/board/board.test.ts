import { describe, expect, it } from "vitest";
import type { BoardRows, Field } from "~/kernel/api/contract";
import { customer } from "~/kernel/testing/world";
import { besides, boardColumns, boardFields, columnFilter, countsOf, pageOf, sumsOf } from "./board";

const status = customer.fields.find(field => field.name === "status") as Field;
const answer: BoardRows = {
  columns: [
    { value: "new", count: 3, sum: "12.50", items: [{ id: 1, version: 1 }], next: "further" },
    { value: null, count: 1, sum: null, items: [{ id: 2, version: 1 }], next: null },
  ],
};
const counts = countsOf(answer);

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

  it("reads number, sum and first cards of every column from one answer", () => {
    expect([...sumsOf(answer)]).toEqual([
      ["new", 12.5],
      [null, 0],
    ]);
    expect(pageOf(answer, "new")).toEqual({
      items: [{ id: 1, version: 1 }],
      next: "further",
      count: { value: 3, exact: true },
    });
    expect(pageOf(answer, "won")).toEqual({ items: [], next: null, count: { value: 0, exact: true } });
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
