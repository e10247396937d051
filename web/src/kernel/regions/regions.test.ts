import { describe, expect, it } from "vitest";
import { Regions } from "./regions";

const regions = new Regions([
  ["31", "上海市", [["3101", "市辖区", [["310115", "浦东新区"]]]]],
  ["44", "广东省", [["4403", "深圳市", [["440305", "南山区"]]]]],
]);

describe("regions", () => {
  it("read as their names without fillers", () => {
    expect(regions.label("310115")).toBe("上海市 / 浦东新区");
    expect(regions.label("440305")).toBe("广东省 / 深圳市 / 南山区");
    expect(regions.label("4403")).toBe("广东省 / 深圳市");
  });

  it("show an unknown code as it is", () => {
    expect(regions.label("990000")).toBe("990000");
  });

  it("know the codes above", () => {
    expect(Regions.codesTo("440305")).toEqual(["44", "4403", "440305"]);
    expect(Regions.codesTo("44")).toEqual(["44"]);
  });
});
