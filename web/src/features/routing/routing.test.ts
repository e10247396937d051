import { describe, expect, it } from "vitest";
import { bodyOf, chosen, moved, newMember, newRule, type RoutingDraft } from "./routing";

const ana = { id: 1, label: "Ana" };
const ben = { id: 2, label: "Ben" };

const draft: RoutingDraft = {
  active: true,
  answerWithin: null,
  reroutes: 2,
  rules: [
    { ...newRule(), name: "一组", members: [{ ...newMember(ana), weight: 3, perDay: 5 }, newMember(ben)] },
    { ...newRule(), name: "一人", kind: "person", members: [newMember(ana), newMember(ben)] },
    { ...newRule(), name: "公海", kind: "pool", pool: 7, members: [newMember(ana)] },
  ],
};

describe("rules of routing while they are written", () => {
  it("go over the wire with only what their target needs", () => {
    const [group, person, pool] = bodyOf(draft).rules;
    expect(group?.target).toMatchObject({ kind: "group", way: "turn" });
    expect(group?.target.members?.[0]).toEqual({ person: 1, weight: 3, perDay: 5, holding: null });
    expect(person?.target.members).toHaveLength(1);
    expect(pool?.target).toEqual({ kind: "pool", pool: 7 });
  });

  it("give nothing to others without a time limit", () => {
    expect(bodyOf(draft).reroutes).toBeNull();
    expect(bodyOf({ ...draft, answerWithin: 30 }).reroutes).toBe(2);
  });

  it("change places", () => {
    expect(moved(draft, 2, 0).rules.map(rule => rule.name)).toEqual(["公海", "一组", "一人"]);
  });

  it("keep weight and limits of those who stay", () => {
    const members = draft.rules[0]?.members ?? [];
    const next = chosen(members, [ben, ana]);
    expect(next.map(({ person }) => person.id)).toEqual([2, 1]);
    expect(next[1]?.weight).toBe(3);
    expect(chosen(members, [ben])).toHaveLength(1);
  });
});
