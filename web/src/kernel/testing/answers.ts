import type { Answer } from "~/kernel/charts/answer";

/** Answers as the server gives them, for tests of what draws them. */

const people = [
  { value: 3, label: "张三", filter: { field: "owner", op: "eq", value: 3 } as const },
  { value: 4, label: "李四", filter: { field: "owner", op: "eq", value: 4 } as const },
];
const months = ["2026-10-01", "2026-11-01"].map(value => ({
  value,
  label: value,
  filter: { field: "closedAt", op: "between", value: [value, value] } as const,
}));

const won = {
  name: "won",
  label: "赢单额",
  kind: "money" as const,
  currency: "CNY",
  show: "value",
  filter: null,
};
const count = {
  name: "n",
  label: "数量",
  kind: "count" as const,
  currency: null,
  show: "value",
  filter: null,
};

/** What each person has won, and how often. */
export const byOwner: Answer = {
  dimensions: [{ on: "rows", field: "owner", label: "负责人", bucket: null, members: people }],
  measures: [won, count],
  levels: [
    {
      by: [0],
      cells: [
        { at: [0], values: ["120000.50", 3] },
        { at: [1], values: ["80000.00", 1] },
      ],
    },
    { by: [], cells: [{ at: [], values: ["200000.50", 4] }] },
  ],
  filter: null,
  at: "2026-11-30T22:10:00Z",
};

/** What each person has won by month, this year against the last. */
export const byOwnerAndMonth: Answer = {
  dimensions: [
    { on: "rows", field: "owner", label: "负责人", bucket: null, members: people },
    { on: "columns", field: "closedAt", label: "结单时间", bucket: "month", members: months },
  ],
  measures: [won],
  levels: [
    {
      by: [0, 1],
      cells: [
        { at: [0, 0], values: ["100000.00"], before: ["50000.00"] },
        { at: [0, 1], values: ["20000.50"], before: [null] },
        { at: [1, 1], values: ["80000.00"], before: ["100000.00"] },
      ],
    },
    {
      by: [0],
      cells: [
        { at: [0], values: ["120000.50"], before: ["50000.00"] },
        { at: [1], values: ["80000.00"], before: ["100000.00"] },
      ],
    },
    {
      by: [1],
      cells: [
        { at: [0], values: ["100000.00"], before: ["50000.00"] },
        { at: [1], values: ["100000.50"], before: ["100000.00"] },
      ],
    },
    { by: [], cells: [{ at: [], values: ["200000.50"], before: ["150000.00"] }] },
  ],
  filter: null,
  at: "2026-11-30T22:10:00Z",
};

/** The total alone. */
export const inAll: Answer = {
  dimensions: [],
  measures: [won],
  levels: [{ by: [], cells: [{ at: [], values: ["200000.50"], before: ["150000.00"] }] }],
  filter: null,
  at: "2026-11-30T22:10:00Z",
};

/** Without the comparison. */
export function plain(answer: Answer): Answer {
  return {
    ...answer,
    levels: answer.levels.map(level => ({
      ...level,
      cells: level.cells.map(({ at, values }) => ({ at, values })),
    })),
  };
}
