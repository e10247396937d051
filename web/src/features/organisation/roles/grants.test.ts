import { describe, expect, it } from "vitest";
import type { Grant } from "~/kernel/api/contract";
import {
  allowsCommand,
  grantOn,
  rightOn,
  rowScope,
  VERBS,
  withDepartments,
  withRight,
  withRow,
  withScope,
} from "./grants";

const ownCustomers: Grant = { object: "customer", verb: "read", scope: "own" };

describe("the matrix of a role", () => {
  it("sets one cell and leaves the others", () => {
    const grants = withScope([ownCustomers], "customer", "edit", "all");
    expect(grantOn(grants, "customer", "read")).toBe(ownCustomers);
    expect(grantOn(grants, "customer", "edit")?.scope).toBe("all");
    expect(withScope(grants, "customer", "read", null)).toEqual([
      { object: "customer", verb: "edit", scope: "all" },
    ]);
  });

  it("keeps the filter of a cell that is not changed", () => {
    const filtered: Grant = {
      object: "customer",
      verb: "read",
      scope: "filter",
      filter: { field: "level", op: "eq", value: "A" },
    };
    expect(withScope([filtered], "customer", "read", "filter")).toEqual([filtered]);
  });

  it("asks for departments where they are chosen", () => {
    const grants = withScope([], "customer", "read", "departments");
    expect(grants[0]?.departments).toEqual([]);
    expect(withDepartments(grants, grants[0] as Grant, [3])[0]?.departments).toEqual([3]);
  });

  it("sets a whole row, and knows when it is even", () => {
    const grants = withRow([ownCustomers], "customer", "all");
    expect(grants).toHaveLength(VERBS.length);
    expect(rowScope(grants, "customer")).toBe("all");
    expect(rowScope([ownCustomers], "customer")).toBeUndefined();
    expect(rowScope([], "customer")).toBeNull();
  });
});

describe("the rights on fields", () => {
  it("need no rule to be edited", () => {
    const fields = withRight([], "customer", "phone", "masked");
    expect(rightOn(fields, "customer", "phone")).toBe("masked");
    expect(rightOn(fields, "customer", "name")).toBe("edit");
    expect(withRight(fields, "customer", "phone", "edit")).toEqual([]);
  });
});

describe("the commands", () => {
  it("are named one by one, by object, or all", () => {
    expect(allowsCommand(["customer.claim"], "customer", "claim")).toBe(true);
    expect(allowsCommand(["customer.*"], "customer", "merge")).toBe(true);
    expect(allowsCommand(["*"], "lead", "convert")).toBe(true);
    expect(allowsCommand(["customer.claim"], "customer", "merge")).toBe(false);
  });
});
