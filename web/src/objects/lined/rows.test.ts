import { describe, expect, it } from "vitest";
import { emptyRow, isBlank, pastedLines, rowOf, wireOf } from "./rows";

describe("lines while they are edited", () => {
  it("are sent as they were read", () => {
    const row = rowOf({
      id: 7,
      version: 1,
      product: { id: 3, label: "泵" },
      name: "循环泵",
      unit: "台",
      quantity: "3.0000",
      price: "33.330000",
      discount: "0.00",
      taxRate: "13.00",
      remarks: null,
    });
    expect(row.quantity).toBe("3");
    expect(wireOf(row)).toEqual({
      id: 7,
      product: 3,
      name: "循环泵",
      unit: "台",
      quantity: "3",
      price: "33.33",
      discount: "0",
      taxRate: "13",
      remarks: null,
    });
  });

  it("leave to the server what nobody has said", () => {
    const row = { ...emptyRow(), product: { id: 3, label: "泵" } };
    expect(wireOf(row)).toEqual({ product: 3, quantity: "1", discount: "0", remarks: null });
    expect(isBlank(row)).toBe(false);
    expect(isBlank(emptyRow())).toBe(true);
  });
});

describe("pastedLines", () => {
  it("reads what a spreadsheet copies", () => {
    expect(pastedLines("P00001\t３\t1,200.50\t10\r\n阀门\t2\r\n\t\t\r\n")).toEqual([
      { words: "P00001", quantity: "3", price: "1200.50", discount: "10" },
      { words: "阀门", quantity: "2", price: "", discount: "" },
    ]);
  });

  it("knows a line of titles", () => {
    expect(pastedLines("产品\t数量\n泵\t4")).toEqual([
      { words: "泵", quantity: "4", price: "", discount: "" },
    ]);
  });
});
