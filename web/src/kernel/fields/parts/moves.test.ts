import { describe, expect, it } from "vitest";
import type { Transitions } from "~/kernel/api/contract";
import { field } from "~/kernel/testing/world";
import { mayBecome } from "./moves";

const status = (transitions: Transitions | null) => field("status", "choice", { transitions });

describe("a move of a status", () => {
  it("is free where there are no rules, and where it stays", () => {
    expect(mayBecome(status(null), "new", "won")).toBe(true);
    expect(mayBecome(status({ onlyListed: true, moves: [] }), "new", "new")).toBe(true);
  });

  it("that is not listed goes by whether only listed ones are allowed", () => {
    expect(mayBecome(status({ onlyListed: false, moves: [] }), "new", "won")).toBe(true);
    expect(mayBecome(status({ onlyListed: true, moves: [] }), "new", "won")).toBe(false);
  });

  it("listed for just these values counts before the one from any value", () => {
    const rules = status({
      onlyListed: true,
      moves: [
        { from: "*", to: "lost", open: true, required: [] },
        { from: "won", to: "lost", open: false, required: [] },
      ],
    });
    expect(mayBecome(rules, "new", "lost")).toBe(true);
    expect(mayBecome(rules, "won", "lost")).toBe(false);
    expect(mayBecome(rules, null, "lost")).toBe(false);
  });
});
