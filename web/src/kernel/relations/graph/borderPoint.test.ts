import { describe, expect, it } from "vitest";
import { NODE } from "../ringLayout";
import { borderPoint } from "./borderPoint";

describe("the border of a node", () => {
  it("is left on the side that faces the other", () => {
    expect(borderPoint({ x: 0, y: 0 }, { x: 1000, y: 0 })).toEqual({ x: NODE.width / 2, y: 0 });
    expect(borderPoint({ x: 0, y: 0 }, { x: 0, y: -500 })).toEqual({ x: 0, y: -NODE.height / 2 });
    const corner = borderPoint({ x: 0, y: 0 }, { x: NODE.width * 5, y: NODE.height * 5 });
    expect(corner).toEqual({ x: NODE.width / 2, y: NODE.height / 2 });
  });

  it("is not left at all towards a place within it", () => {
    expect(borderPoint({ x: 0, y: 0 }, { x: 3, y: 4 })).toEqual({ x: 0, y: 0 });
  });
});
