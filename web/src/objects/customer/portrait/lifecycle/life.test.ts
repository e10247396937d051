import { describe, expect, it } from "vitest";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { stopsOf } from "./life";

const customer = {
  fields: [
    {
      name: "lifeStage",
      options: [
        { value: "lead", label: "线索" },
        { value: "customer", label: "客户" },
        { value: "opportunity", label: "商机" },
        { value: "deal", label: "成交" },
        { value: "repeat", label: "复购" },
        { value: "lost", label: "流失" },
      ],
    },
  ],
} as BusinessObject;
const way = (record: Partial<RecordData>) =>
  stopsOf(customer, record as RecordData, "2026-06-30").map(stop => [stop.label, stop.day, stop.after]);

describe("the way of a customer", () => {
  it("tells days between the steps, and what may follow", () => {
    expect(way({ lifeStage: "deal", customerSince: "2026-01-01", boughtOn: "2026-01-31" })).toEqual([
      ["客户", "2026-01-01", null],
      ["成交", "2026-01-31", 30],
      ["复购", null, null],
    ]);
  });

  it("begins with the lead it was, and still has before it what it has not passed over", () => {
    expect(way({ lifeStage: "customer", leadOn: "2026-01-01", customerSince: "2026-01-11" })).toEqual([
      ["线索", "2026-01-01", null],
      ["客户", "2026-01-11", 10],
      ["商机", null, null],
      ["成交", null, null],
      ["复购", null, null],
    ]);
  });

  it("ends where the customer was lost", () => {
    expect(way({ lifeStage: "lost", customerSince: "2026-01-01", lostOn: "2026-03-02" })).toEqual([
      ["客户", "2026-01-01", null],
      ["流失", "2026-03-02", 60],
    ]);
  });
});
