import { describe, expect, it } from "vitest";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { FIELD_KINDS } from "~/kernel/api/contract";
import { editorOf } from "./editors";
import { kindOf, registeredKinds, textOf, toWire } from "./registry";

function field(name: string, kind: Field["kind"], more: Partial<Field> = {}): Field {
  return { name, kind, label: name, required: false, right: "edit", ...more };
}

describe("the registry of field kinds", () => {
  it("has a folder for every kind of the contract", () => {
    expect(registeredKinds().sort()).toEqual([...FIELD_KINDS].sort());
    expect(FIELD_KINDS.filter(kind => editorOf(kind).kind !== kind)).toEqual([]);
  });

  it("writes what it read: references by id, text emptied as null", () => {
    const object = {
      fields: [
        field("owner", "user"),
        field("about", "link"),
        field("friends", "multiReference"),
        field("name", "text"),
        field("price", "money"),
      ],
    } as BusinessObject;
    expect(
      toWire(object, {
        owner: { id: 7, label: "安娜" },
        about: { object: "customer", id: 3, label: "云图" },
        friends: [{ id: 1, label: "a" }],
        name: "",
        price: { amount: "1.00", currency: "CNY" },
      }),
    ).toEqual({
      owner: 7,
      about: { object: "customer", id: 3 },
      friends: [1],
      name: null,
      price: { amount: "1.00", currency: "CNY" },
    });
  });

  it("shows and types a computed field by the kind of its result", () => {
    const margin = field("margin", "formula", { result: "percent", right: "read" });
    expect(textOf(margin, "12.50")).toBe("12.5%");
    expect(kindOf(margin).numeric).toBe(true);
    expect(kindOf(field("contactCount", "rollup", { result: "integer" })).kind).toBe("integer");
  });

  it("says values in plain words", () => {
    const level = field("level", "choice", { options: [{ value: "A", label: "重点" }] });
    expect(textOf(level, "A")).toBe("重点");
    expect(textOf(field("vip", "boolean"), false, "en-US")).toBe("No");
    expect(textOf(field("rate", "percent"), "12.50")).toBe("12.5%");
    expect(textOf(level, null)).toBe("");
  });
});
