import { describe, expect, it } from "vitest";
import { differencesOf } from "./differences";
import { emptyRole, type RoleDraft } from "./grants";

const seller: RoleDraft = {
  ...emptyRole,
  grants: [
    { object: "*", verb: "read", scope: "own" },
    { object: "customer", verb: "read", scope: "departments", departments: [2, 1] },
  ],
  fields: [{ object: "customer", field: "phone", right: "masked", reveal: true }],
  pages: ["tags"],
};

describe("two roles compared", () => {
  it("are the same when only the order differs", () => {
    const same: RoleDraft = {
      ...seller,
      grants: [
        { object: "customer", verb: "read", scope: "departments", departments: [1, 2] },
        { object: "*", verb: "read", scope: "own" },
      ],
    };
    expect(differencesOf(seller, same)).toEqual([]);
  });

  it("show each right in which they differ, as each has it", () => {
    const other: RoleDraft = {
      ...seller,
      grants: [{ object: "*", verb: "read", scope: "all" }],
      fields: [{ object: "customer", field: "phone", right: "masked" }],
      pages: [],
    };
    expect(differencesOf(seller, other).map(each => each.of)).toEqual(["grant", "grant", "field", "page"]);
    expect(differencesOf(seller, other)[0]).toMatchObject({ one: { scope: "own" }, other: { scope: "all" } });
  });

  it("say what a rule that is only on one side means on the other", () => {
    expect(differencesOf({ ...seller, fields: [] }, seller)[0]).toEqual({
      of: "field",
      object: "customer",
      field: "phone",
      one: "edit",
      other: "masked",
    });
  });
});
