import { describe, expect, it } from "vitest";
import { webAddress } from "./Cell";

describe("an address of the web", () => {
  it("gets its scheme", () => {
    expect(webAddress("yuntu.cn/about")).toBe("https://yuntu.cn/about");
    expect(webAddress("http://yuntu.cn")).toBe("http://yuntu.cn/");
    expect(webAddress("yuntu.cn:8080")).toBe("https://yuntu.cn:8080/");
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "not a url at all",
  ])("%s does not become a link", value => {
    expect(webAddress(value)).toBeNull();
  });
});
