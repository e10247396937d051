import { describe, expect, it } from "vitest";
import type { RecordData } from "~/kernel/api/contract";
import { filled, isBeyond, partsOf, wireOf } from "./parts";

const line = (id: number, quantity: string, delivered: string, undelivered: string) =>
  ({ id, name: `产品 ${id}`, unit: "个", quantity, delivered, undelivered }) as unknown as RecordData;
const ordered = [line(1, "100.0000", "30.0000", "70.0000"), line(2, "7.0000", "7.0000", "0.0000")];

describe("what of an order is sent", () => {
  it("is all that is open until somebody says otherwise", () => {
    const parts = partsOf(ordered, null);
    expect(parts.map(part => part.quantity)).toEqual(["70"]);
    expect(wireOf(parts)).toEqual([{ ordered: 1, quantity: "70" }]);
    expect(isBeyond({ ...parts[0], quantity: "70.0001" } as (typeof parts)[0])).toBe(true);
  });

  it("counts what a delivery contains as open to it", () => {
    const sent = [{ id: 9, ordered: { id: 1, label: "" }, quantity: "30.0000", counted: "30.0000" }];
    const parts = partsOf(ordered, sent as unknown as RecordData[]);
    expect(parts).toMatchObject([{ id: 9, open: 1_000_000n, quantity: "30" }]);
    expect(wireOf(filled(parts, true))).toEqual([{ id: 9, ordered: 1, quantity: "100" }]);
  });

  it("is never everything because nothing was typed", () => {
    expect(wireOf(filled(partsOf(ordered, null), false))).toEqual([{ ordered: 1, quantity: "0" }]);
  });
});
