import { describe, expect, it } from "vitest";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { bucketOf, contactable, dueOf, dueQuery, postponed } from "./due";

const field = (name: string, kind: Field["kind"]): Field => ({
  name,
  kind,
  label: name,
  required: false,
  right: "edit",
  filterable: true,
});

const customer = {
  name: "customer",
  titleField: "name",
  capabilities: ["followed"],
  verbs: { read: true },
  fields: [
    field("name", "text"),
    field("phone", "phone"),
    field("owner", "user"),
    field("nextContactAt", "dateTime"),
  ],
} as unknown as BusinessObject;

describe("what is due", () => {
  it("concerns objects that know a next contact", () => {
    const product = { ...customer, fields: [field("name", "text")] };
    const activity = { ...customer, capabilities: [] };
    expect(contactable([customer, product, activity])).toEqual([customer]);
  });

  it("asks for one's own until the end of the day, in the company's time", () => {
    expect(dueQuery(customer, "2026-11-22", 50)).toMatchObject({
      filter: {
        and: [
          { field: "nextContactAt", op: "lt", value: "2026-11-22T16:00:00.000Z" },
          { field: "owner", op: "eq", value: "me" },
        ],
      },
      fields: ["name", "nextContactAt", "phone"],
    });
  });

  it("falls into days by the wall clock, not by hours apart", () => {
    expect(bucketOf("2026-11-21T15:59:00Z", "2026-11-22")).toBe("overdue");
    expect(bucketOf("2026-11-21T16:00:00Z", "2026-11-22")).toBe("dueToday");
    expect(bucketOf("2026-11-22T15:59:00Z", "2026-11-22")).toBe("dueToday");
    expect(bucketOf("2026-11-22T16:00:00Z", "2026-11-22")).toBe("soon");
  });

  it("keeps the hour when postponed", () => {
    expect(postponed("2026-11-22T06:30:00Z", "2026-11-25")).toBe("2026-11-25T06:30:00.000Z");
  });

  it("does not offer to dial a masked number", () => {
    const record = {
      id: 1,
      version: 1,
      name: "云图",
      phone: "138****8000",
      nextContactAt: "2026-11-22T06:30:00Z",
    };
    expect(dueOf(customer, record).phone).toBeNull();
    expect(dueOf(customer, { ...record, phone: "13800138000" }).phone).toBe("13800138000");
  });
});
