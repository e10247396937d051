import { describe, expect, it } from "vitest";
import {
  adjusted,
  belowOf,
  blockOf,
  cellKey,
  changesOf,
  faultOf,
  MONTHS,
  type Row,
  spread,
  sumOf,
} from "./plan";

function row(kind: string, id: number, department: number | null, ...amounts: (string | null)[]): Row {
  return {
    kind,
    id,
    department,
    label: `${kind} ${id}`,
    active: true,
    depth: 0,
    cells: Array.from({ length: MONTHS }, (_, month) => ({
      amount: amounts[month] ?? null,
      version: 1,
      previous: null,
    })),
  };
}

describe("a total spread over months", () => {
  it("is even without weights, stays whole, and makes up the total", () => {
    expect(spread(100, [0, 0, 0], "count")).toEqual([33, 34, 33]);
    expect(spread(1000, [0, 0, 0], "money")).toEqual([333, 334, 333]);
    expect(spread(0.1, [1, 1, 1], "money").reduce((sum, part) => sum + part, 0)).toBeCloseTo(0.1);
    expect(spread(2, [0, 0, 0, 0], "count").reduce((sum, part) => sum + part, 0)).toBe(2);
  });

  it("follows weights", () => {
    expect(spread(600, [100, 200, 300], "money")).toEqual([100, 200, 300]);
    expect(spread(60, [0, 0, 5], "money")).toEqual([0, 0, 60]);
  });
});

describe("sums", () => {
  const rows = [
    row("department", 1, null, "100"),
    row("person", 7, 1, "30.5"),
    row("department", 2, 1),
    row("person", 8, 2, "20"),
    row("person", 9, null, "999"),
  ];

  it("of a department without a target of its own go on below it", () => {
    expect(belowOf(rows, 1, 0, {})).toBe(50.5);
    expect(belowOf(rows, 1, 0, { "department:2:0": "５０" })).toBe(80.5);
  });

  it("of months are nothing where none is set", () => {
    expect(sumOf(rows[0] as Row, [0, 1, 2], {})).toBe(100);
    expect(sumOf(rows[0] as Row, [3, 4, 5], {})).toBeNull();
    expect(sumOf(rows[0] as Row, [0, 1, 2], { "department:1:1": "1.2万" })).toBe(12_100);
  });
});

describe("what is typed", () => {
  it("is refused where it means nothing", () => {
    expect(faultOf("很多", "money")).toBe("notNumber");
    expect(faultOf("-5", "money")).toBe("negative");
    expect(faultOf("1.5", "count")).toBe("whole");
    expect(faultOf("1.0", "count")).toBeNull();
    expect(faultOf("￥1,200.50", "money")).toBeNull();
    expect(faultOf(" ", "count")).toBeNull();
  });

  it("is a change only where the number differs", () => {
    const [one] = [row("person", 7, null, "30.00", "40.00")];
    const draft = {
      [cellKey(one, 0)]: "30",
      [cellKey(one, 1)]: "",
      [cellKey(one, 2)]: "5",
      [cellKey(one, 3)]: "",
    };
    expect(changesOf([one], draft).map(({ month, amount }) => [month, amount])).toEqual([
      [1, null],
      [2, "5"],
    ]);
  });
});

describe("help with filling in", () => {
  it("takes last year's more or less a percentage, rounded", () => {
    expect(adjusted("155000.00", 10, 1000)).toBe(171_000);
    expect(adjusted("9.00", -10, 1)).toBe(8);
  });

  it("reads a block from a spreadsheet, and leaves a single value to the cell", () => {
    expect(blockOf("1\t2\r\n3\t\r\n")).toEqual([
      ["1", "2"],
      ["3", ""],
    ]);
    expect(blockOf("100")).toBeNull();
  });
});
