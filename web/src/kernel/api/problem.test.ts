import { describe, expect, it } from "vitest";
import { Problem } from "./problem";

const refused = { code: "invalid", status: 422, detail: "有内容未通过检查" };

describe("a refusal", () => {
  it("says what is wrong where a single value is to blame", () => {
    const errors = [{ field: "filter", code: "invalid", message: "没有字段 nope" }];
    expect(new Problem({ ...refused, errors }).message).toBe("没有字段 nope");
  });

  it("says what the server says of the whole otherwise", () => {
    expect(new Problem(refused).message).toBe("有内容未通过检查");
  });
});
