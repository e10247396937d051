import { describe, expect, it } from "vitest";
import { byOwner, byOwnerAndMonth, inAll } from "~/kernel/testing/answers";
import type { Answer } from "./answer";
import { shownKind, suitable } from "./kinds";

const negative: Answer = {
  ...byOwner,
  levels: [{ by: [0], cells: [{ at: [0], values: ["-1.00", 1] }] }],
};
const words: Answer = {
  ...byOwner,
  measures: byOwner.measures.map(measure => ({ ...measure, kind: "date" as const })),
};

describe("charts that suit an answer", () => {
  it("follow from its dimensions and measures", () => {
    expect(suitable(inAll)).toEqual(["table", "gauge", "kpi"]);
    expect(suitable(byOwner)).toEqual(["table", "bar", "pie", "funnel", "scatter"]);
    expect(suitable(byOwnerAndMonth)).toEqual(["table", "pivot", "bar", "stacked", "line", "area", "heat"]);
  });

  it("stack only what is of one kind", () => {
    const [won] = byOwner.measures;
    const alike = { ...byOwner, measures: [won, { ...won, name: "lost" }] } as Answer;
    expect(suitable(alike)).toContain("stacked");
  });

  it("show no parts of what is below nought, and draw no dates", () => {
    expect(suitable(negative)).not.toContain("pie");
    expect(suitable(words)).toEqual(["table"]);
  });

  it("fall back to what fits best", () => {
    expect(shownKind(byOwner, "pie")).toBe("pie");
    expect(shownKind(byOwner, "heat")).toBe("bar");
    expect(shownKind(inAll, null)).toBe("kpi");
    expect(shownKind(byOwnerAndMonth, "pie")).toBe("line");
    expect(shownKind(words, "bar")).toBe("table");
  });
});
