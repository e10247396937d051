import { describe, expect, it } from "vitest";
import { ANY, findMove, OPEN, type Rules, standingOf, withMove } from "./moves";

const toLost = { ...OPEN, from: ANY, to: "lost", required: ["reason"] };
const rules: Rules = { onlyListed: true, moves: [toLost] };

describe("the moves of a status", () => {
  it("hold for a pair of its own, then from any value, then as the general rule says", () => {
    expect(standingOf(rules, "new", "lost")).toBe("any");
    expect(standingOf(rules, ANY, "lost")).toBe("own");
    expect(standingOf(rules, null, "lost")).toBe("refused");
    expect(standingOf(rules, "new", "won")).toBe("refused");
    expect(standingOf({ ...rules, onlyListed: false }, "new", "won")).toBe("free");
  });

  it("may be forbidden where the others are free", () => {
    const forbidden = { ...OPEN, from: "won", to: "new", forbidden: true };
    expect(standingOf({ onlyListed: false, moves: [forbidden] }, "won", "new")).toBe("refused");
  });

  it("are listed once for each pair", () => {
    const managers = { ...OPEN, from: ANY, to: "lost", roles: [7] };
    const changed = withMove(rules, ANY, "lost", managers);
    expect(changed.moves).toEqual([managers]);
    expect(findMove(changed, ANY, "lost")?.roles).toEqual([7]);
    expect(withMove(changed, ANY, "lost", null).moves).toEqual([]);
  });
});
