import { describe, expect, it } from "vitest";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { bodyOf, candidatesOf, complete, displaced, productPlaces, sourceOf } from "./worth";

const field = (name: string, kind: string, more: Partial<Field> = {}) =>
  ({ name, label: name, kind, required: false, right: "edit", ...more }) as Field;
const object = (name: string, ...fields: Field[]) => ({ name, label: name, fields }) as BusinessObject;

const order = object(
  "x-order",
  field("createdAt", "dateTime", { system: true }),
  field("buyer", "reference", { targets: ["customer"] }),
  field("day", "date"),
  field("amount", "money"),
  field("doubled", "formula", { result: "money" }),
);
const line = object(
  "x-line",
  field("order", "reference", { targets: ["x-order"] }),
  field("product", "text"),
  field("paid", "money"),
);

describe("sources of deals", () => {
  it("can be objects that point at the customer and have a day and an amount", () => {
    expect(candidatesOf([order, line], "customer")).toEqual([order]);
    expect(sourceOf(order, "customer")).toMatchObject({ customer: "buyer", at: "day", amount: "amount" });
  });

  it("name products themselves or in their lines", () => {
    expect(productPlaces(order, [order, line])[1]).toMatchObject({ purchase: "order", amount: "paid" });
  });

  it("stand in only as long as nothing else counts", () => {
    const own = sourceOf(order, "customer");
    const standIn = { ...own, object: "opportunity", shipped: true, standsIn: true };
    expect(displaced(standIn, [standIn])).toBe(false);
    expect(displaced(standIn, [standIn, own])).toBe(true);
    expect(displaced(own, [standIn, own])).toBe(false);
  });

  it("are complete when everything is chosen", () => {
    const source = sourceOf(order, "customer");
    const draft = {
      sources: [source],
      months: 12,
      day: null,
      recency: null,
      frequency: null,
      monetary: null,
      high: null,
    };
    expect(complete(draft)).toBe(true);
    expect(complete({ ...draft, sources: [{ ...source, at: "" }] })).toBe(false);
    expect(bodyOf({ ...draft, sources: [{ ...source, shipped: true, counts: false }] })).toMatchObject({
      sources: [],
      without: ["x-order"],
    });
  });
});
