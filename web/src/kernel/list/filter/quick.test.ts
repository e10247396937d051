import { describe, expect, it } from "vitest";
import type { Field, Filter } from "~/kernel/api/contract";
import { customer } from "~/kernel/testing/world";
import { quickFields, quickOperator, quickValue, withQuick } from "./quick";

const level = customer.fields.find(field => field.name === "level") as Field;
const other: Filter = { field: "name", op: "contains", value: "云" };

describe("quick filters", () => {
  it("offers fields of the headline and the columns that can be chosen from", () => {
    expect(quickFields(customer).map(field => field.name)).toEqual([
      "level",
      "owner",
      "status",
      "nextContactAt",
      "tags",
    ]);
  });

  it("stands beside other conditions and is found again", () => {
    const filter = withQuick(other, level, ["A"]);
    expect(filter).toEqual({ and: [other, { field: "level", op: "in", value: ["A"] }] });
    expect(quickValue(filter, level)).toEqual(["A"]);
  });

  it("replaces its own condition and leaves without a trace", () => {
    const filter = withQuick(withQuick(other, level, ["A"]), level, ["B"]);
    expect(quickValue(filter, level)).toEqual(["B"]);
    expect(withQuick(filter, level, [])).toEqual(other);
    expect(withQuick(withQuick(null, level, ["A"]), level, null)).toBeNull();
  });

  it("is not offered where the field does not allow its operator", () => {
    expect(quickOperator({ ...level, operators: ["eq"] })).toBeNull();
    expect(quickOperator({ ...level, filterable: false })).toBeNull();
  });
});
