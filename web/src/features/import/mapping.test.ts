import { describe, expect, it } from "vitest";
import type { BusinessObject, FieldKindName, ImportJob } from "~/kernel/api/contract";
import { Catalog } from "~/kernel/catalog/catalog";
import { faultsOf, fieldOfTarget, grouped, possibleKeys } from "./mapping";

const targets: ImportJob["targets"] = [
  { name: "name", label: "客户名称", required: true, group: "客户" },
  { name: "region", label: "地区", required: false, group: "客户" },
  { name: "revenue", label: "年收入", required: false, group: "客户" },
  { name: "contacts.name", label: "姓名", required: true, group: "联系人" },
];
const kinds: Record<string, FieldKindName> = { name: "text", region: "region", revenue: "money" };
const kindOf = (target: string) => kinds[target];

describe("the mapping of an import", () => {
  it("needs what a new record needs", () => {
    expect(faultsOf({ "1": "revenue" }, targets, true, kindOf)).toEqual([
      { kind: "missingRequired", targets: [targets[0]] },
    ]);
    expect(faultsOf({ "1": "revenue" }, targets, false, kindOf)).toEqual([]);
  });

  it("lets province, city and district fill one region, but not two columns one name", () => {
    const regions = { "1": "name", "2": "region", "3": "region", "4": "region" };
    expect(faultsOf(regions, targets, true, kindOf)).toEqual([]);
    expect(faultsOf({ "1": "name", "2": "name" }, targets, true, kindOf)).toEqual([
      { kind: "doubleTarget", targets: [targets[0]] },
    ]);
  });

  it("says when nothing is matched", () => {
    expect(faultsOf({ "1": null }, targets, true, kindOf)).toEqual([{ kind: "nothingMatched", targets: [] }]);
  });

  it("tells records apart by matched fields of their own", () => {
    const mapping = { "1": "name", "2": "revenue", "3": "contacts.name" };
    expect(possibleKeys(mapping, targets, kindOf)).toEqual([targets[0]]);
  });

  it("keeps the groups in order", () => {
    expect(grouped(targets).map(({ group }) => group)).toEqual(["客户", "联系人"]);
  });
});

describe("the field behind a target", () => {
  const phone = { name: "phone", label: "手机", kind: "phone", required: false, right: "edit" } as const;
  const contact = { name: "contact", relations: [], fields: [phone] } as unknown as BusinessObject;
  const customer = {
    name: "customer",
    relations: [{ name: "contacts", object: "contact", field: "customer", label: "联系人" }],
    fields: [phone],
  } as unknown as BusinessObject;
  const catalog = new Catalog({ version: 1, objects: [customer, contact] });

  it("is one of the object, or of a related one", () => {
    expect(fieldOfTarget(catalog, customer, "phone")).toBe(phone);
    expect(fieldOfTarget(catalog, customer, "contacts.phone")).toBe(phone);
    expect(fieldOfTarget(catalog, customer, "orders.phone")).toBeUndefined();
  });
});
