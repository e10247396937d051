import { expect, it } from "vitest";
import { allTo, type Held, isWhole, NOTHING, planBody } from "./plan";

const ana = { id: 1, label: "Ana" };
const ben = { id: 2, label: "Ben" };
const held: Held = {
  objects: [
    { object: "customer", label: "客户", records: 5 },
    { object: "contact", label: "联系人", records: 9 },
  ],
  reports: [ben],
  heads: [],
  approvals: 3,
  automations: 0,
};

it("what is left alone is not in the plan", () => {
  const plan = {
    ...NOTHING,
    parts: { customer: { rules: [], to: [ana, ben] }, contact: { rules: [], to: [] } },
  };
  expect(planBody(plan)).toEqual({
    parts: [{ object: "customer", to: [1, 2], rules: [] }],
    disable: false,
  });
});

it("a plan does something, and its rules say what and to whom", () => {
  expect(isWhole(NOTHING)).toBe(false);
  expect(isWhole({ ...NOTHING, reports: ana })).toBe(true);
  const unfinished = { rules: [{ filter: null, to: ana }], to: [ben] };
  expect(isWhole({ ...NOTHING, parts: { customer: unfinished } })).toBe(false);
});

it("everything goes to one person, posts only where there are any", () => {
  const plan = allTo(held, ana, NOTHING);
  expect(planBody(plan)).toEqual({
    parts: [
      { object: "customer", to: [1], rules: [] },
      { object: "contact", to: [1], rules: [] },
    ],
    reports: 1,
    approvals: 1,
    disable: false,
  });
});
