import { describe, expect, it } from "vitest";
import type { BusinessObject, Filter, RecordData, ValueRule } from "~/kernel/api/contract";
import { fieldStates, isLocked, shownSections } from "./fieldRules";

const won: Filter = { field: "stage", op: "eq", value: "won" };
const rule = (effect: ValueRule["effect"], fields: string[], when: Filter | null = won): ValueRule => ({
  name: effect,
  effect,
  when,
  fields,
});

const deal = (...rules: ValueRule[]) =>
  ({
    name: "deal",
    fields: ["stage", "amount", "reason", "name"].map(name => ({
      name,
      label: name,
      kind: "text",
      required: name === "name",
      right: "edit",
    })),
    sections: [
      { label: "一", fields: ["name", "stage", "amount"] },
      { label: "二", fields: ["reason"], shownWhen: won },
    ],
    rules,
  }) as unknown as BusinessObject;

const record = { id: 1, version: 1, name: "云图", stage: "won", amount: null, reason: null } as RecordData;

describe("the field rules of an object", () => {
  it("show and hide by what is filled in", () => {
    const object = deal(rule("show", ["amount"]), rule("hide", ["reason"], { field: "amount", op: "empty" }));
    expect([...fieldStates(object, {}).hidden]).toEqual(["amount", "reason"]);
    expect([...fieldStates(object, { stage: "won", amount: "1" }).hidden]).toEqual([]);
  });

  it("demand what is neither hidden nor locked", () => {
    expect([...fieldStates(deal(rule("require", ["reason"])), { stage: "won" }).required]).toEqual([
      "reason",
    ]);
    expect([...fieldStates(deal(rule("require", ["reason"])), { stage: "new" }).required]).toEqual([]);
    const hidden = deal(rule("require", ["reason"]), rule("hide", ["reason"]));
    expect([...fieldStates(hidden, { stage: "won" }).required]).toEqual([]);
    const locked = deal(rule("require", ["reason"]), rule("lock", ["reason"], null));
    expect([...fieldStates(locked, { stage: "won" }).required]).toEqual([]);
  });

  it("lock what is stored, not what is being typed", () => {
    const object = deal(rule("lock", ["amount"]));
    expect(fieldStates(object, { ...record, stage: "new" }, record).locked.has("amount")).toBe(true);
    expect(fieldStates(object, { ...record, stage: "won" }, { ...record, stage: "new" }).locked.size).toBe(0);
    expect(fieldStates(object, { stage: "won" }).locked.has("amount")).toBe(true);
    expect(isLocked(object, "amount", record)).toBe(true);
    expect(isLocked(object, "amount", { id: 1, version: 1, amount: null } as RecordData)).toBe(false);
  });

  it("let a new record have what nobody can save without", () => {
    const object = deal(rule("lock", ["name"], null));
    expect(fieldStates(object, {}).locked.has("name")).toBe(false);
    expect(fieldStates(object, record, record).locked.has("name")).toBe(true);
  });

  it("show the sections whose condition holds, without what is hidden", () => {
    const labels = (values: object, ...rules: ValueRule[]) => {
      const object = deal(...rules);
      return shownSections(object, { ...values }, fieldStates(object, { ...values })).map(
        section => section.label,
      );
    };
    expect(labels({ stage: "new" })).toEqual(["一"]);
    expect(labels({ stage: "won" })).toEqual(["一", "二"]);
    expect(labels({ stage: "won" }, rule("hide", ["reason"]))).toEqual(["一"]);
  });
});
