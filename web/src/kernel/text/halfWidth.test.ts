import { describe, expect, it } from "vitest";
import { addressText, halfWidth, phoneText } from "./halfWidth";

describe("full-width input", () => {
  it("becomes half-width", () => {
    expect(halfWidth("ＡＢＣ１２３：（）　")).toBe("ABC123:()");
  });

  it("reads phone numbers with gaps", () => {
    expect(phoneText("１３８ ００１３　８０００")).toBe("13800138000");
    expect(phoneText("021-6888 1234")).toBe("021-68881234");
  });

  it("reads addresses", () => {
    expect(addressText(" ａｎａ＠例子.com ")).toBe("ana@例子.com");
  });
});
