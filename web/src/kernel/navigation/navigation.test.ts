import { describe, expect, it } from "vitest";
import { readQuery, writeQuery } from "./navigation";

describe("the query of an address", () => {
  it("keeps every value as text", () => {
    expect(readQuery("?token=00123&x=true")).toEqual({ token: "00123", x: "true" });
  });

  it("comes back as it was written, Chinese and JSON included", () => {
    const values = {
      search: "云图 & 智能",
      filter: JSON.stringify({ field: "level", op: "eq", value: "A" }),
    };
    expect(readQuery(writeQuery(values))).toEqual(values);
  });

  it("drops what is not set", () => {
    expect(writeQuery({ a: null, b: undefined })).toBe("");
    expect(writeQuery({ a: null, b: "" })).toBe("?b=");
  });
});
