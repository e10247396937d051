import { describe, expect, it } from "vitest";
import type { MyTask } from "./approvals";
import { writtenIn } from "./written";

const task = {
  form: {
    fields: [
      { name: "endDate", kind: "date" },
      { name: "name", kind: "text" },
    ],
    values: { endDate: "2027-01-01", name: "合同" },
  },
} as unknown as MyTask;

describe("what is written while deciding", () => {
  it("is only what differs from what is there", () => {
    expect(writtenIn(task, { endDate: "2027-01-01", name: "别的" })).toEqual({ name: "别的" });
  });

  it("clears what was emptied", () => {
    expect(writtenIn(task, { endDate: null })).toEqual({ endDate: null });
    expect(writtenIn(task, { name: "" })).toEqual({ name: null });
  });
});
