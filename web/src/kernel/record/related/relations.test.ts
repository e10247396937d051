import { describe, expect, it } from "vitest";
import { Catalog } from "~/kernel/catalog/catalog";
import { contact, customer, field } from "~/kernel/testing/world";
import { childrenOf, parentValue, relationsOf, sharedValues } from "./relations";

const catalog = new Catalog({ version: 1, objects: [customer, contact] });
const acme = { object: "customer", id: 7, label: "云图" };

describe("relations", () => {
  it("leave out what has a tab of its own, and what one may not see", () => {
    const more = {
      ...customer,
      relations: [
        ...customer.relations,
        { name: "activities", object: "activity", field: "about", label: "跟进", lines: false },
        { name: "deals", object: "opportunity", field: "customer", label: "商机", lines: false },
      ],
    };
    expect(relationsOf(catalog, more).map(relation => relation.name)).toEqual(["contacts"]);
  });

  it("ask for the children by reference, or by link", () => {
    expect(childrenOf(contact, "customer", { object: "customer", id: 7 })).toEqual({
      field: "customer",
      op: "eq",
      value: 7,
    });
    const note = { ...contact, fields: [field("about", "link")] };
    expect(childrenOf(note, "about", { object: "customer", id: 7 })).toMatchObject({
      value: { object: "customer", id: 7 },
    });
  });

  it("fill in the parent of a new child", () => {
    expect(parentValue(contact, "customer", acme)).toEqual({ customer: { id: 7, label: "云图" } });
  });

  it("fill in what a new child and its parent both point at", () => {
    const owner = { ...field("customer", "reference"), targets: ["customer"], right: "edit" as const };
    const deal = { ...contact, name: "deal", fields: [owner, field("name", "text")] };
    const record = { id: 1, version: 1, customer: { id: 7, label: "云图" }, name: "扩容" };
    expect(sharedValues({ ...contact, fields: [owner] }, deal, record)).toEqual({
      customer: record.customer,
    });
    expect(sharedValues({ ...contact, fields: [{ ...owner, right: "read" }] }, deal, record)).toEqual({});
    expect(sharedValues({ ...contact, fields: [{ ...owner, targets: ["lead"] }] }, deal, record)).toEqual({});
  });
});
