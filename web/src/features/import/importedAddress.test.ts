import { describe, expect, it } from "vitest";
import type { BusinessObject, ImportJob } from "~/kernel/api/contract";
import { readQuery } from "~/kernel/navigation/navigation";
import { importedAddress } from "./importedAddress";

const field = (name: string) => ({ name, filterable: true });
const customer = {
  name: "customer",
  fields: ["createdAt", "createdBy", "updatedAt", "updatedBy"].map(field),
} as unknown as BusinessObject;
const by = { id: 7, label: "安娜" };
const startedAt = "2026-11-22T05:00:00Z";
const progress = { updated: 0 } as ImportJob["progress"];

describe("the list of what was imported", () => {
  it("asks for what was made since the start by whoever imported", () => {
    expect(filterIn(importedAddress(customer, { startedAt, by, progress }))).toEqual({
      and: [
        { field: "createdAt", op: "ge", value: startedAt },
        { field: "createdBy", op: "eq", value: 7 },
      ],
    });
  });

  it("asks for changes where records were updated", () => {
    const address = importedAddress(customer, { startedAt, by, progress: { ...progress, updated: 3 } });
    expect(JSON.stringify(filterIn(address))).toContain("updatedAt");
  });

  it("is the whole list where the object cannot say", () => {
    const mute = { name: "customer", fields: [] } as unknown as BusinessObject;
    expect(importedAddress(mute, { startedAt, by, progress })).toBe("/o/customer");
  });

  function filterIn(address: string): unknown {
    return JSON.parse(readQuery(address.split("?")[1] ?? "").filter ?? "null");
  }
});
