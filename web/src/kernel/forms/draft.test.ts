import { describe, expect, it } from "vitest";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { changesOf, formSections, missingFields, startingDraft } from "./draft";

const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  label: name,
  kind: "text",
  required: false,
  right: "edit",
  ...more,
});

const customer = {
  name: "customer",
  fields: [
    field("name", { required: true }),
    field("code", { kind: "autoNumber", required: true }),
    field("status", { kind: "choice", default: "new" }),
    field("secret", { right: "read", default: "x" }),
    field("createdAt", { kind: "dateTime", system: true }),
  ],
  sections: [
    { label: "基本信息", fields: ["name", "code", "status", "gone"] },
    { label: "系统", fields: ["secret", "createdAt"] },
  ],
} as unknown as BusinessObject;

const here = { user: { id: 7, label: "安娜" }, now: new Date("2026-11-22T16:30:00Z") };

describe("a form from the definition", () => {
  it("offers only what may be written, section by section", () => {
    expect(
      formSections(customer).map(section => [section.label, section.fields.map(one => one.name)]),
    ).toEqual([["基本信息", ["name", "code", "status"]]]);
  });

  it("starts from defaults, then from what is known", () => {
    expect(startingDraft(customer, { name: "云图" }, here)).toEqual({ name: "云图", status: "new" });
    expect(startingDraft(customer, { status: "won" }, here)).toEqual({ status: "won" });
  });

  it("knows who fills it in and when", () => {
    const fields = [
      field("owner", { kind: "user", default: { is: "currentUser" } }),
      field("at", { kind: "dateTime", default: { is: "now" } }),
      field("day", { kind: "date", default: { is: "now" } }),
    ];
    expect(startingDraft({ ...customer, fields }, {}, here)).toEqual({
      owner: here.user,
      at: "2026-11-22T16:30:00.000Z",
      day: "2026-11-23",
    });
  });

  it("asks for what is required, not for numbers the server gives", () => {
    expect(missingFields(customer, {}).map(one => one.name)).toEqual(["name"]);
    expect(missingFields(customer, { name: "云图" })).toEqual([]);
  });

  it("sends only what changed", () => {
    const record = { id: 1, version: 2, name: "云图", owner: { id: 1, label: "安娜" }, remarks: null };
    expect(changesOf(record, { name: "云图", owner: { id: 1, label: "安娜" }, remarks: "" })).toEqual({});
    expect(changesOf(record, { name: "云图科技", remarks: null })).toEqual({ name: "云图科技" });
  });
});
