import { describe, expect, it } from "vitest";
import { closingFilter, rottingFilter } from "./deals";

describe("deals of today", () => {
  it("are open ones that should close within a week, or should have", () => {
    expect(closingFilter("closeDate", "2026-12-28", "me")).toEqual({
      and: [
        { field: "owner", op: "eq", value: "me" },
        { field: "outcome", op: "eq", value: "open" },
        { field: "closeDate", op: "le", value: "2027-01-04" },
      ],
    });
  });

  it("are open ones that rot, of my team too", () => {
    expect(rottingFilter("myTeam")).toMatchObject({
      and: [{ value: "myTeam" }, { value: "open" }, { field: "rotsOn", value: "today" }],
    });
  });
});
