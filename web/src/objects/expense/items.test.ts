import { describe, expect, it } from "vitest";
import type { RecordData } from "~/kernel/api/contract";
import { isBlank, itemOf, nextItem, totalOf } from "./items";

const item = (amount: unknown) => ({ key: "", id: 1, values: { amount } });

describe("the items of a claim", () => {
  it("go on with the day of the one before, and are blank until something is said", () => {
    const first = nextItem(undefined, "2026-11-30");
    expect(first.values.day).toBe("2026-11-30");
    expect(isBlank(first)).toBe(true);
    expect(nextItem({ ...first, values: { day: "2026-11-02" } }, "2026-11-30").values.day).toBe("2026-11-02");
    expect(isBlank({ ...first, values: { ...first.values, kind: "meals" } })).toBe(false);
    expect(isBlank(itemOf({ id: 3 } as unknown as RecordData))).toBe(false);
  });

  it("come to a total to the cent, and to none while a number is missing", () => {
    const cny = (amount: string) => item({ amount, currency: "CNY" });
    expect(totalOf([cny("0.10"), cny("0.20")], 2)).toBe("0.30");
    expect(totalOf([cny("1"), item(null)], 2)).toBeUndefined();
    expect(totalOf([cny("1"), item({ amount: "1", currency: "USD" })], 2)).toBeUndefined();
  });
});
