import { describe, expect, it } from "vitest";
import type { BusinessObject, Draft, Field } from "~/kernel/api/contract";
import { fieldStates } from "~/kernel/conditions/fieldRules";
import { askedBesides, changesOf, formParts, missingFields, startingDraft } from "./draft";

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
      formParts(customer, {}, fieldStates(customer, {})).map(part => [
        part.label,
        part.fields.map(one => one.name),
      ]),
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
    const missing = (draft: Draft) => missingFields(customer, draft, fieldStates(customer, draft));
    expect(missing({}).map(one => one.name)).toEqual(["name"]);
    expect(missing({ name: "云图" })).toEqual([]);
  });

  it("sends only what changed", () => {
    const record = { id: 1, version: 2, name: "云图", owner: { id: 1, label: "安娜" }, remarks: null };
    expect(changesOf(record, { name: "云图", owner: { id: 1, label: "安娜" }, remarks: "" })).toEqual({});
    expect(changesOf(record, { name: "云图科技", remarks: null })).toEqual({ name: "云图科技" });
  });

  it("asks besides for what a rule demands and the layout does not place", () => {
    const object = {
      ...customer,
      fields: [...customer.fields, field("reason"), field("hidden", { right: "read" })],
      rules: [{ name: "r", effect: "require", when: null, fields: ["reason", "hidden"] }],
    } as BusinessObject;
    const states = fieldStates(object, {});
    const besides = askedBesides(object, formParts(object, {}, states), states.required);
    expect(besides.map(one => one.name)).toEqual(["reason"]);
    expect(missingFields(object, { name: "云图" }, states).map(one => one.name)).toEqual(["reason"]);
  });
});
