import { describe, expect, it } from "vitest";
import { strongPassword } from "./strongPassword";

describe("a password to hand over", () => {
  it("is four groups without look-alikes", () => {
    for (let i = 0; i < 200; i++) {
      expect(strongPassword()).toMatch(/^([a-zA-Z34679]{4}-){3}[a-zA-Z34679]{4}$/);
      expect(strongPassword()).not.toMatch(/[oOl0I1S5Z2B8]/);
    }
  });

  it("is another each time", () => {
    expect(new Set(Array.from({ length: 100 }, () => strongPassword())).size).toBe(100);
  });
});
