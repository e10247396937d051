import { describe, expect, it } from "vitest";
import {
  asked,
  emptyQuestion,
  movedGroup,
  type Question,
  questionOf,
  withGroup,
  withMeasure,
  withoutGroup,
  withoutMeasure,
} from "./question";

const start: Question = { ...emptyQuestion("deal"), rows: [{ field: "owner" }] };

describe("a question that is being built", () => {
  it("takes groups as long as there is room, on the other shelf when one is full", () => {
    const full = ["a", "b", "c", "d", "e", "f"].reduce(
      (question, field) => withGroup(question, { field }, "columns"),
      start,
    );
    expect(full.columns.map(({ field }) => field)).toEqual(["a", "b"]);
    expect(full.rows.map(({ field }) => field)).toEqual(["owner", "c", "d"]);
  });

  it("moves groups within a shelf and to the other, unless that is full", () => {
    const question: Question = {
      ...start,
      rows: [{ field: "a" }, { field: "b" }],
      columns: [{ field: "c" }, { field: "d" }],
    };
    expect(movedGroup(question, { shelf: "rows", at: 0 }, { shelf: "rows", at: 1 }).rows).toEqual([
      { field: "b" },
      { field: "a" },
    ]);
    expect(movedGroup(question, { shelf: "columns", at: 1 }, { shelf: "rows", at: 0 })).toMatchObject({
      rows: [{ field: "d" }, { field: "a" }, { field: "b" }],
      columns: [{ field: "c" }],
    });
    expect(movedGroup(question, { shelf: "rows", at: 0 }, { shelf: "columns", at: 0 })).toBe(question);
  });

  it("names measures so that formulas can use them", () => {
    const counted = { ...start, measures: [{ name: "n", function: "count" as const }] };
    const once = withMeasure(counted, { function: "sum", field: "customer.revenue" });
    const twice = withMeasure(once, { function: "avg", field: "revenue" });
    expect(withMeasure(twice, { formula: "revenue / count" }).measures.map(({ name }) => name)).toEqual([
      "n",
      "revenue",
      "revenue2",
      "value",
    ]);
  });

  it("calls measures without a name as the server does", () => {
    const kept = { object: "deal", measures: [{ function: "sum", field: "amount" }, { function: "count" }] };
    expect(questionOf(kept)).toEqual({
      object: "deal",
      rows: [],
      columns: [],
      measures: [
        { name: "sum_amount", function: "sum", field: "amount" },
        { name: "count", function: "count" },
      ],
    });
  });

  it("counts until something else is measured", () => {
    const measured = withMeasure(start, { function: "sum", field: "amount" });
    expect(measured.measures).toEqual([{ name: "amount", function: "sum", field: "amount" }]);
    expect(withMeasure(measured, { function: "count" }).measures.map(({ name }) => name)).toEqual([
      "amount",
      "count",
    ]);
    expect(withMeasure(start, { formula: "count * 2" }).measures).toHaveLength(2);
  });

  it("forgets what is sorted or limited by a measure that goes, and keeps the last measure", () => {
    const question: Question = {
      ...start,
      measures: [...start.measures, { name: "amount", function: "sum", field: "amount" }],
      sort: { by: "amount", descending: true },
      having: [{ measure: "amount", op: "gt", value: "10" }],
    };
    const without = withoutMeasure(question, 1);
    expect([without.sort, without.having]).toEqual([null, []]);
    expect(withoutMeasure(without, 0)).toBe(without);
  });

  it("asks for nothing that says nothing", () => {
    expect(
      asked({ ...start, filter: null, compare: "lastYear", having: [], sort: null, gaps: false }),
    ).toEqual(start);
    expect(asked(withoutGroup({ ...start, top: 10, others: true }, { shelf: "rows", at: 0 }))).toEqual(
      emptyQuestion("deal"),
    );
  });
});
