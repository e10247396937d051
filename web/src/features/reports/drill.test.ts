import { describe, expect, it } from "vitest";
import { byOwnerAndMonth } from "~/kernel/testing/answers";
import { brokenOut, finer, membersOf, recordsOf, zoomed } from "./drill";
import { emptyQuestion, type Question } from "./question";

const question: Question = {
  ...emptyQuestion("deal"),
  filter: { field: "outcome", op: "eq", value: "won" },
  rows: [{ field: "owner" }],
  columns: [{ field: "closedAt", bucket: "month" }],
};
const answer = { ...byOwnerAndMonth, filter: question.filter ?? null };
const mark = { by: [0, 1], at: [1, 1], measure: 0 };
const [ofOwner, ofMonth] = membersOf(answer, mark).map(({ member }) => member.filter);

describe("a figure", () => {
  it("is of records that the question, its members and its measure name", () => {
    const measured = {
      ...answer,
      measures: [{ ...answer.measures[0], filter: { field: "amount", op: "gt", value: 0 } }],
    } as typeof answer;
    expect(recordsOf(measured, mark)).toEqual({
      and: [question.filter, ofOwner, ofMonth, { field: "amount", op: "gt", value: 0 }],
    });
    expect(recordsOf(answer, { by: [], at: [], measure: 0 })).toEqual(question.filter);
  });

  it("opens nothing where it is of what is not told apart", () => {
    const others = {
      ...answer,
      dimensions: [{ ...answer.dimensions[0], members: [{ value: null, others: true }] }],
    } as typeof answer;
    expect(recordsOf(others, { by: [0], at: [0], measure: 0 })).toBeUndefined();
  });

  it("is looked at more closely in the same place", () => {
    const [, month] = membersOf(answer, mark);
    if (!month) throw new Error("no month");
    expect(finer(month.dimension)).toBe("week");
    expect(zoomed(question, month.index, month.member, "week")).toMatchObject({
      filter: { and: [question.filter, ofMonth] },
      rows: [{ field: "owner" }],
      columns: [{ field: "closedAt", bucket: "week" }],
    });
  });

  it("takes the period along, and with it the comparison", () => {
    const member = (from: string, until: string) => ({
      value: from,
      label: from,
      filter: { field: "closedAt", op: "during", value: { from, until } } as const,
    });
    const compared: Question = {
      ...question,
      period: { field: "closedAt", range: "thisYear" },
      compare: "lastYear",
    };
    const march = zoomed(compared, 1, member("2026-03-01", "2026-03-31"), "week");
    expect(march).toMatchObject({
      filter: question.filter,
      period: { range: { from: "2026-03-01", until: "2026-03-31" } },
      compare: "lastYear",
    });
    expect(zoomed(march, 1, member("2026-03-30", "2026-04-05"), "day").period?.range).toEqual({
      from: "2026-03-30",
      until: "2026-03-31",
    });
    const rolling: Question = {
      ...compared,
      period: { field: "closedAt", range: { last: 30, unit: "day" } },
    };
    expect(zoomed(rolling, 1, member("2026-03-01", "2026-03-31"), "week")).toMatchObject({
      filter: { and: [question.filter, { field: "closedAt" }] },
      period: rolling.period,
    });
  });

  it("is broken out by another field in the place of its own", () => {
    const pinned = membersOf(answer, mark).slice(0, 1);
    expect(brokenOut(question, pinned, { field: "stage" })).toMatchObject({
      filter: { and: [question.filter, ofOwner] },
      rows: [{ field: "stage" }],
      columns: [{ field: "closedAt" }],
    });
  });
});
