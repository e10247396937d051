import { describe, expect, it } from "vitest";
import { type Branch, forest } from "./forest";

type Item = [id: number, upper: number | null];

const grown = (...items: Item[]) =>
  written(
    forest(
      items,
      ([id]) => id,
      ([, upper]) => upper,
    ),
  );

const written = (branches: Branch<Item>[]): string =>
  branches.map(({ item, below }) => item[0] + (below.length > 0 ? `(${written(below)})` : "")).join(" ");

describe("a forest", () => {
  it("stands each under its upper", () => {
    expect(grown([3, 2], [1, null], [2, 1], [4, 1])).toBe("1(2(3) 4)");
  });

  it("lifts to the top whoever's upper is not there", () => {
    expect(grown([5, 99], [6, 5])).toBe("5(6)");
  });

  it("leaves out nobody of a circle", () => {
    expect(grown([1, 2], [2, 3], [3, 1])).toBe("1(3(2))");
    expect(grown([1, 1])).toBe("1");
  });
});
