import { describe, expect, it } from "vitest";
import type { BusinessObject } from "~/kernel/api/contract";
import { parentsFirst } from "./order";

const object = (name: string, ...children: string[]) =>
  ({ name, relations: children.map(child => ({ object: child })) }) as unknown as BusinessObject;

describe("the order of objects", () => {
  it("puts what others hang on first, and keeps the rest as it came", () => {
    const catalog = [
      object("activity"),
      object("contact", "activity"),
      object("customer", "contact", "activity", "customer"),
      object("product"),
    ];
    expect(parentsFirst(catalog).map(({ name }) => name)).toEqual([
      "customer",
      "contact",
      "activity",
      "product",
    ]);
  });

  it("ends when objects hang on each other", () => {
    expect(parentsFirst([object("a", "b"), object("b", "a")]).map(({ name }) => name)).toEqual(["b", "a"]);
  });
});
