import { describe, expect, it } from "vitest";
import { countOf, dropRows, type Pages, patchRows, rowsOf } from "./pages";

const row = (id: number, name = `n${id}`) => ({ id, version: 1, name });
const pages: Pages = {
  pages: [
    { items: [row(1), row(2)], next: "a", count: { value: 4, exact: true } },
    { items: [row(2), row(3)], next: null },
  ],
  pageParams: [null, "a"],
};

describe("the pages of a list", () => {
  it("show a record once, even if it moved while they were read", () => {
    expect(rowsOf(pages).map(item => item.id)).toEqual([1, 2, 3]);
    expect(rowsOf(undefined)).toEqual([]);
  });

  it("take over newer states and leave the other pages as they are", () => {
    const next = patchRows(pages, new Map([[3, { name: "new", version: 2 }]]));
    expect(rowsOf(next)[2]).toEqual({ id: 3, version: 2, name: "new" });
    expect(next.pages[0]).toBe(pages.pages[0]);
  });

  it("drop records and count them off", () => {
    const next = dropRows(pages, new Set([1, 99]));
    expect(rowsOf(next).map(item => item.id)).toEqual([2, 3]);
    expect(countOf(next)).toEqual({ value: 3, exact: true });
  });
});
