import { describe, expect, it } from "vitest";
import { byOwner, byOwnerAndMonth, inAll, plain } from "~/kernel/testing/answers";
import { type Answer, Cells } from "./answer";
import { gridOf, markOf } from "./grid";

function written(answer: Answer, pivot: boolean) {
  const cells = new Cells(answer);
  const grid = gridOf(answer, pivot, "zh-CN", "去年同期");
  return {
    heads: grid.heads.map(row => row.map(({ text, span, rows }) => `${text} ${span}×${rows}`)),
    rows: grid.rows.map(row => [
      ...row.names.map(({ text, span, across }) => `${text} ${span}×${across}`),
      ...grid.columns.map(column =>
        cells[column.part === "before" ? "before" : "value"](markOf(row, column)),
      ),
    ]),
  };
}

describe("an answer as a table", () => {
  it("has a column for each measure and the total below", () => {
    expect(written(byOwner, false)).toEqual({
      heads: [["赢单额 1×1", "数量 1×1"]],
      rows: [
        ["张三 1×1", "120000.50", 3],
        ["李四 1×1", "80000.00", 1],
        ["合计 1×1", "200000.50", 4],
      ],
    });
  });

  it("writes subtotals below groups of several", () => {
    expect(written(plain(byOwnerAndMonth), false).rows).toEqual([
      ["张三 3×1", "2026年10月 1×1", "100000.00"],
      ["2026年11月 1×1", "20000.50"],
      ["小计 1×1", "120000.50"],
      ["李四 1×1", "2026年11月 1×1", "80000.00"],
      ["合计 1×2", "200000.50"],
    ]);
  });

  it("puts columns across as a pivot, with their total", () => {
    const { heads, rows } = written(plain(byOwnerAndMonth), true);
    expect(heads).toEqual([["2026年10月 1×1", "2026年11月 1×1", "合计 1×1"]]);
    expect(rows).toEqual([
      ["张三 1×1", "100000.00", "20000.50", "120000.50"],
      ["李四 1×1", null, "80000.00", "80000.00"],
      ["合计 1×1", "100000.00", "100000.50", "200000.50"],
    ]);
  });

  it("shows what was before, and the growth, beside each figure", () => {
    const { heads } = written(byOwnerAndMonth, true);
    expect(heads[0]).toEqual(["2026年10月 3×1", "2026年11月 3×1", "合计 3×1"]);
    expect(heads[1]?.slice(0, 3)).toEqual(["赢单额 1×1", "去年同期 1×1", "增长 1×1"]);
  });

  it("is the total alone without dimensions", () => {
    expect(written(plain(inAll), false).rows).toEqual([["合计 1×1", "200000.50"]]);
  });

  it("shows of many rows as many as have about so many figures, and tells how many are left", () => {
    const [owner] = byOwner.dimensions;
    const many = Array.from({ length: 50 }, (_, at) => ({ value: at, label: `${at}`, filter: null }));
    const long = {
      ...byOwner,
      dimensions: [{ ...owner, members: many }],
      levels: [
        { by: [0], cells: many.map((_, at) => ({ at: [at], values: ["1.00", 1] })) },
        byOwner.levels[1],
      ],
    } as Answer;
    const shown = (most: number) => {
      const { rows, rest } = gridOf(long, false, "zh-CN", "上期", most);
      return [rows.length, rest];
    };
    expect(shown(60)).toEqual([31, 20]);
    expect(shown(2)).toEqual([21, 30]);
    expect(shown(1000)).toEqual([51, 0]);
  });
});

describe("a pivot of two dimensions across", () => {
  const cells = (ats: number[][]) => ats.map(at => ({ at, values: [1] }));
  const answer: Answer = {
    dimensions: ["大区", "阶段", "季度"].map((label, index) => ({
      on: index === 0 ? "rows" : "columns",
      field: label,
      label,
      bucket: null,
      members: ["甲", "乙"].map(value => ({ value, label: value, filter: null })),
    })),
    measures: [{ name: "n", label: "数量", kind: "count", currency: null, show: "value", filter: null }],
    levels: [
      {
        by: [0, 1, 2],
        cells: cells([
          [0, 0, 0],
          [0, 0, 1],
          [0, 1, 0],
        ]),
      },
      {
        by: [0, 1],
        cells: cells([
          [0, 0],
          [0, 1],
        ]),
      },
      {
        by: [1, 2],
        cells: cells([
          [0, 0],
          [0, 1],
          [1, 0],
        ]),
      },
      { by: [1], cells: cells([[0], [1]]) },
      { by: [0], cells: cells([[0]]) },
      { by: [], cells: cells([[]]) },
    ],
    filter: null,
    at: "2026-11-30T22:10:00Z",
  };

  it("has a subtotal beside each first member of several", () => {
    expect(written(answer, true).heads).toEqual([
      ["甲 3×1", "乙 1×1", "合计 1×2"],
      ["甲 1×1", "乙 1×1", "小计 1×1", "甲 1×1"],
    ]);
  });
});
