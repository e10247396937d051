import { describe, expect, it } from "vitest";
import { ANY, findMove, type Rules, standingOf, withMove } from "./moves";

const toLost = { from: ANY, to: "lost", roles: [], required: ["reason"] };
const rules: Rules = { onlyListed: true, moves: [toLost] };

describe("the moves of a status", () => {
  it("hold for a pair of its own, then from any value, then as the general rule says", () => {
    expect(standingOf(rules, "new", "lost")).toBe("any");
    expect(standingOf(rules, ANY, "lost")).toBe("own");
    expect(standingOf(rules, null, "lost")).toBe("refused");
    expect(standingOf(rules, "new", "won")).toBe("refused");
    expect(standingOf({ ...rules, onlyListed: false }, "new", "won")).toBe("free");
  });

  it("are listed once for each pair", () => {
    const managers = { from: ANY, to: "lost", roles: [7], required: [] };
    const changed = withMove(rules, ANY, "lost", managers);
    expect(changed.moves).toEqual([managers]);
    expect(findMove(changed, ANY, "lost")?.roles).toEqual([7]);
    expect(withMove(changed, ANY, "lost", null).moves).toEqual([]);
  });
});
