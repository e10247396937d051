import { describe, expect, it } from "vitest";
import { nameIn } from "./download";

describe("the name of a download", () => {
  it("prefers the one that can hold Chinese", () => {
    expect(nameIn(`attachment; filename="a.xlsx"; filename*=UTF-8''%E5%AE%A2%E6%88%B7.xlsx`)).toBe(
      "客户.xlsx",
    );
  });

  it("is plain, or absent", () => {
    expect(nameIn('attachment; filename="errors.xlsx"')).toBe("errors.xlsx");
    expect(nameIn(null)).toBeNull();
  });
});
