import { describe, expect, it } from "vitest";
import {
  type ForecastLine,
  gapOf,
  heldBy,
  isOf,
  type PartName,
  says,
  suggestedOf,
  tops,
  totalsOf,
  within,
} from "./forecast";

function line(
  kind: "department" | "person",
  id: number,
  depth: number,
  figures: { aim?: string; done?: string } & Partial<Record<PartName, string>> = {},
): ForecastLine {
  const { aim, done, ...open } = figures;
  return {
    standing: {
      kind,
      id,
      label: `${kind}${id}`,
      active: true,
      department: null,
      depth,
      target: aim ?? null,
      below: null,
      people: null,
      aim: aim ?? null,
      done: done ?? "0.00",
      records: [],
    },
    own: null,
    adjustment: null,
    together: { commit: "0.00", best: "0.00", people: 0 },
    mine: true,
    open: Object.entries(open).map(([part, amount]) => ({ part, amount, records: [] })),
  };
}

const lines = [
  line("department", 1, 0, {
    aim: "1000.00",
    done: "300.00",
    commit: "200.00",
    bestCase: "90.00",
    byStage: "150.00",
  }),
  line("person", 7, 1, { done: "300.00", commit: "200.00" }),
  line("department", 2, 1, { bestCase: "90.00" }),
  line("person", 8, 2, { bestCase: "90.00" }),
  line("person", 9, 0, { done: "5.00" }),
];

describe("what one will have won", () => {
  it("counts what is won in every total, and nobody twice", () => {
    expect(totalsOf(tops(lines))).toEqual({
      aim: 1000,
      won: 305,
      commit: 505,
      best: 595,
      byStage: 455,
      byModel: null,
    });
  });

  it("has a gap only to a target", () => {
    expect(gapOf({ aim: 1000, commit: 505 })).toBe(495);
    expect(gapOf({ aim: 400, commit: 505 })).toBe(-105);
    expect(gapOf({ aim: null, commit: 505 })).toBeNull();
  });

  it("weighs by the model where there is one, also when it says nought", () => {
    expect(totalsOf([line("person", 1, 0, { done: "5.00", byModel: "0.00" })]).byModel).toBe(5);
  });
});

describe("what is said", () => {
  const said = {
    turn: 2,
    commit: "80.00",
    best: "90.00",
    note: null,
    at: "2026-11-01T00:00:00Z",
    by: { id: 1, label: "华" },
  };
  const lin = line("person", 7, 0, { done: "300.00", commit: "200.00", bestCase: "50.00" });

  it("begins with what the deals add up to, then with what was said before", () => {
    expect(suggestedOf(lin, true)).toEqual({ commit: "500.00", best: "550.00" });
    expect(suggestedOf({ ...lin, own: said }, true).commit).toBe("80.00");
    expect(suggestedOf({ ...lin, own: said }, false).commit).toBe("80.00");
    expect(suggestedOf({ ...lin, own: said, adjustment: { ...said, commit: "70.00" } }, false).commit).toBe(
      "70.00",
    );
  });

  it("stands until it is taken back", () => {
    expect(heldBy(said)?.commit).toBe("80.00");
    expect(heldBy({ ...said, commit: null, best: null })).toBeNull();
    expect(heldBy(null)).toBeNull();
  });
});

describe("lines", () => {
  it("can be those of one department, with what is below it", () => {
    expect(within(lines, 2).map(({ standing }) => [standing.label, standing.depth])).toEqual([
      ["department2", 0],
      ["person8", 1],
    ]);
    expect(within(lines, 1)).toHaveLength(4);
    expect(within(lines, null)).toHaveLength(5);
  });

  it("are somebody's own only where they are a person's", () => {
    expect(isOf(line("person", 7, 0), 7)).toBe(true);
    expect(isOf(line("department", 7, 0), 7)).toBe(false);
  });

  it("say something when a figure does", () => {
    expect(says(line("person", 1, 0))).toBe(false);
    expect(says(line("person", 1, 0, { aim: "1.00" }))).toBe(true);
    expect(says(line("person", 1, 0, { omitted: "1.00" }))).toBe(true);
  });
});
