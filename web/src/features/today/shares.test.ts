import { describe, expect, it } from "vitest";
import type { Field } from "~/kernel/api/contract";
import { sharesOf } from "./shares";

const status = {
  name: "status",
  options: [
    { value: "new", label: "新增" },
    { value: "won", label: "成交" },
    { value: "lost", label: "流失" },
  ],
} as Field;

describe("counts by status", () => {
  it("stand in the order of the options, nothing made up for what is not there", () => {
    const rows = [
      { status: "won", count: 3 },
      { status: null, count: 2 },
      { status: "new", count: 5 },
    ];
    expect(sharesOf(status, rows)).toEqual([
      { value: "new", label: "新增", count: 5 },
      { value: "won", label: "成交", count: 3 },
      { value: null, label: null, count: 2 },
    ]);
  });

  it("are none where nothing was counted", () => {
    expect(sharesOf(status, [])).toEqual([]);
  });
});
