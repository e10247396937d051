import { describe, expect, it } from "vitest";
import type { RegionNode } from "~/kernel/api/contract";
import { above, found, type OwnersOf, openKeys } from "./regions";

const tree: RegionNode[] = [
  [
    "33",
    "浙江省",
    [
      ["3301", "杭州市", [["330106", "西湖区"]]],
      ["3302", "宁波市"],
    ],
  ],
  ["44", "广东省"],
];
const owner = (id: number, label: string, active = true) => ({ id, label, active, delegate: null });
const owners: OwnersOf = new Map([
  ["33", [owner(1, "陈思琪")]],
  ["3301", [owner(2, "林浩然", false)]],
]);

describe("regions and their owners", () => {
  it("are found by name, with what lies above and below", () => {
    const cities = found(tree, owners, "杭州", false);
    expect(openKeys(cities)).toEqual(["33", "3301"]);
    expect(cities[0]?.children[0]?.children[0]?.key).toBe("330106");
  });

  it("are found by owner", () => {
    expect(found(tree, owners, "林浩然", false).map(each => each.key)).toEqual(["33"]);
  });

  it("show only those with owners", () => {
    const owned = found(tree, owners, "", true);
    expect(owned.map(each => each.key)).toEqual(["33"]);
    expect(owned[0]?.children.map(each => each.key)).toEqual(["3301"]);
  });

  it("take the owner of the nearest region above who is still there", () => {
    expect(above("330106", owners)?.region).toBe("33");
    expect(above("44", owners)).toBeNull();
  });
});
