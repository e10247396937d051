import { describe, expect, it } from "vitest";
import { dueWithin, type Line, owedBy } from "./ageing";

const line: Line = { key: { id: 7, label: "华东泵业" }, terms: 1, all: "10.00", parts: [] };

describe("the terms behind a number of the ageing", () => {
  it("have been due for so many days", () => {
    expect(dueWithin({ from: null, to: 0 }, "2026-12-31")).toEqual({
      field: "dueDate",
      op: "ge",
      value: "2026-12-31",
    });
    expect(dueWithin({ from: 1, to: 30 }, "2026-12-31")).toEqual({
      field: "dueDate",
      op: "between",
      value: ["2026-12-01", "2026-12-30"],
    });
    expect(dueWithin({ from: 91, to: null }, "2026-12-31")).toEqual({
      field: "dueDate",
      op: "le",
      value: "2026-10-01",
    });
  });

  it("are those of the customer, of a person's contracts and orders, of nobody, or all", () => {
    expect(owedBy("customer", line, null)).toMatchObject({ and: [{}, { field: "customer", value: 7 }] });
    expect(owedBy("owner", line, null)).toMatchObject({
      and: [{}, { or: [{ field: "contract.owner" }, { field: "order.owner", op: "eq", value: 7 }] }],
    });
    expect(owedBy("owner", { ...line, key: null }, null)).toMatchObject({
      and: [{}, { and: [{ op: "empty" }, { op: "empty" }] }],
    });
    expect(owedBy("owner", { ...line, whole: true }, null)).toEqual({
      and: [{ field: "status", op: "in", value: ["pending", "partial"] }],
    });
  });
});
