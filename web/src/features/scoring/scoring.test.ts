import { describe, expect, it } from "vitest";
import { bodyOf, complete, moved, type ScoringDraft, withBand, withGroup } from "./scoring";

const draft: ScoringDraft = {
  active: true,
  keepsEarlier: true,
  rules: [
    {
      key: 1,
      name: "制造业",
      filter: { field: "industry", op: "notEmpty" },
      points: 30,
      group: null,
      decay: null,
    },
    {
      key: 2,
      name: "有跟进",
      filter: { exists: "contacts" },
      points: 20,
      group: "互动",
      decay: { since: "lastContactAt", halfLife: 30 },
    },
  ],
  groups: [{ key: 3, name: "互动", cap: 30 }],
  bands: [{ from: 60, level: "A" }],
};

describe("rules of scoring while they are written", () => {
  it("take along a group that is renamed, and leave one that goes", () => {
    expect(withGroup(draft, 3, { name: "往来" }).rules[1]?.group).toBe("往来");
    const without = withGroup(draft, 3, null);
    expect(without.groups).toEqual([]);
    expect(without.rules[1]?.group).toBeNull();
  });

  it("keep thresholds from the highest down, one for each level", () => {
    const two = withBand(withBand(draft, "B", 80), "A", 20);
    expect(two.bands).toEqual([
      { level: "B", from: 80 },
      { level: "A", from: 20 },
    ]);
    expect(withBand(two, "B", null).bands).toHaveLength(1);
  });

  it("are complete when each has a name and a condition", () => {
    expect(complete(draft)).toBe(true);
    expect(complete({ ...draft, rules: [] })).toBe(false);
    expect(complete({ ...draft, rules: draft.rules.map(rule => ({ ...rule, filter: null })) })).toBe(false);
  });

  it("go over the wire in their order, without keys", () => {
    const body = bodyOf(moved(draft, 1, 0));
    expect(body.rules.map(rule => rule.name)).toEqual(["有跟进", "制造业"]);
    expect(body.rules[0]?.decay).toEqual({ since: "lastContactAt", halfLife: 30 });
    expect(JSON.stringify(body)).not.toContain("key");
  });
});
