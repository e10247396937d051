import { describe, expect, it } from "vitest";
import { Catalog } from "~/kernel/catalog/catalog";
import { contact, customer, field } from "~/kernel/testing/world";
import { pathOf, pathsOf } from "./paths";

const catalog = new Catalog({ version: 1, objects: [customer, contact] });

describe("fields of a condition", () => {
  it("go across one reference", () => {
    const paths = pathsOf(catalog, contact).map(path => path.path);
    expect(paths).toContain("name");
    expect(paths).toContain("customer.level");
    expect(paths).not.toContain("customer.parent.level");
  });

  it("say where they stand", () => {
    expect(pathOf(catalog, contact, "customer.level")).toMatchObject({
      label: "客户 · 等级",
      object: "customer",
    });
  });

  it("are missing when they are gone or masked", () => {
    expect(pathOf(catalog, contact, "customer.nothing")).toBeUndefined();
    const masked = { ...contact, fields: [field("phone", "phone", { right: "masked" })] };
    expect(pathsOf(catalog, masked)).toEqual([]);
  });
});
