import { describe, expect, it } from "vitest";
import { type Pages, rowsOf } from "../rows/pages";
import { moveBetween } from "./moving";

const card = (id: number, status: string) => ({ id, version: 1, status });
const pagesOf = (...items: ReturnType<typeof card>[]): Pages => ({
  pages: [{ items, next: null, count: { value: items.length, exact: true } }],
  pageParams: [null],
});
const keyOf = (value: string) => ["rows", "customer", { filter: { field: "status", op: "eq", value } }];
const moved = [card(1, "new")];

describe("a moved card", () => {
  it("leaves its column and is counted off", () => {
    const pages = moveBetween(pagesOf(card(1, "new"), card(2, "new")), keyOf("new"), moved, "status", "won");
    expect(rowsOf(pages).map(row => row.id)).toEqual([2]);
    expect(pages.pages[0]?.count?.value).toBe(1);
  });

  it("comes in at the top of the other with its new value", () => {
    const pages = moveBetween(pagesOf(card(9, "won")), keyOf("won"), moved, "status", "won");
    expect(rowsOf(pages)).toEqual([card(1, "won"), card(9, "won")]);
  });

  it("leaves lists alone that are not columns", () => {
    const pages = pagesOf(card(1, "new"));
    expect(moveBetween(pages, ["rows", "customer", {}], moved, "status", "won")).toBe(pages);
  });
});
