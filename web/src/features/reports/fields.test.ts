import { describe, expect, it } from "vitest";
import { Catalog } from "~/kernel/catalog/catalog";
import { contact, customer } from "~/kernel/testing/world";
import { fieldGroups, fieldOf, found, groupOf, measureOf, usualPlace } from "./fields";

const catalog = new Catalog({ version: 1, objects: [customer, contact] });

describe("fields to report on", () => {
  it("are the object's own, those of what it refers to, and what hangs on it to be counted", () => {
    expect(fieldGroups(catalog, contact).map(({ key }) => key)).toEqual(["", "customer"]);
    expect(fieldGroups(catalog, customer).map(({ key, of }) => [key, of])).toEqual([
      ["", undefined],
      ["parent", undefined],
      ["of contacts", "contacts"],
    ]);
  });

  it("are found by a part of their name or its initials", () => {
    const groups = found(fieldGroups(catalog, contact), "nys");
    expect(groups.map(({ fields }) => fields.map(({ path }) => path))).toEqual([["customer.revenue"]]);
  });

  it("go where one most often wants them", () => {
    const of = (path: string) => {
      const field = fieldOf(catalog, contact, { field: path });
      if (!field) throw new Error(path);
      return field;
    };
    expect(usualPlace(of("customer.revenue"), 0, 0)).toBe("measures");
    expect(usualPlace(of("customer.level"), 0, 0)).toBe("rows");
    expect(usualPlace(of("customer.updatedAt"), 1, 0)).toBe("columns");
    expect(measureOf(of("customer.revenue"))).toEqual({ function: "sum", field: "customer.revenue" });
    expect(groupOf(of("customer.updatedAt"))).toEqual({ field: "customer.updatedAt", bucket: "month" });
    expect(of("customer.level").label).toBe("客户 · 等级");
  });
});
