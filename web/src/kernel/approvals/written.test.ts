import { describe, expect, it } from "vitest";
import type { MyTask } from "./approvals";
import { NOTHING_TYPED, placesOf, writtenIn } from "./written";

const task = {
  form: {
    fields: [
      { name: "endDate", kind: "date" },
      { name: "name", kind: "text" },
    ],
    values: { endDate: "2027-01-01", name: "合同" },
    lines: [
      {
        name: "lines",
        label: "产品明细",
        fields: [{ name: "remarks", kind: "text" }],
        rows: [
          { id: 7, title: "水泵", values: { remarks: "一" } },
          { id: 9, title: "阀门", values: { remarks: null } },
        ],
      },
    ],
  },
} as unknown as MyTask;

const written = (values: Record<string, unknown>) => writtenIn(task, { ...NOTHING_TYPED, values });
const writtenOfLines = (lines: Record<number, Record<string, unknown>>) =>
  writtenIn(task, { values: {}, lines: { lines } });

describe("what is written while deciding", () => {
  it("is only what differs from what is there", () => {
    expect(written({ endDate: "2027-01-01", name: "别的" })).toEqual({ name: "别的" });
  });

  it("clears what was emptied", () => {
    expect(written({ endDate: null })).toEqual({ endDate: null });
    expect(written({ name: "" })).toEqual({ name: null });
  });

  it("names all lines in their order where one of them differs", () => {
    expect(writtenOfLines({ 9: { remarks: "二" } })).toEqual({
      lines: [{ id: 7 }, { id: 9, remarks: "二" }],
    });
    expect(writtenOfLines({ 7: { remarks: "一" } })).toEqual({});
  });

  it("knows where a refusal can be shown", () => {
    expect(placesOf(task)).toEqual(["endDate", "name", "lines[0].remarks", "lines[1].remarks"]);
  });
});
