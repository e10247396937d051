import { describe, expect, it } from "vitest";
import { customer } from "~/kernel/testing/world";
import {
  moveColumn,
  readColumns,
  resizeColumn,
  shiftColumn,
  shownColumns,
  toggleColumn,
  writeColumns,
} from "./columns";

const columns = [{ field: "name", width: 240 }, { field: "level" }, { field: "owner" }];
const names = (list: { field: string }[]) => list.map(column => column.field).join(" ");

describe("columns", () => {
  it("come back from the address as they were written", () => {
    expect(writeColumns(columns)).toBe("name:240,level,owner");
    expect(readColumns("name:240,level,owner")).toEqual(columns);
  });

  it("take no senseless width from an address", () => {
    expect(readColumns("name:1,level:99999,owner:x")).toEqual([
      { field: "name", width: 64 },
      { field: "level", width: 900 },
      { field: "owner" },
    ]);
  });

  it("show known fields once, and always the title", () => {
    const shown = shownColumns(customer, [{ field: "level" }, { field: "gone" }, { field: "level" }]);
    expect(shown.map(column => column.field.name)).toEqual(["name", "level"]);
  });

  it("move before another, and to the end", () => {
    expect(names(moveColumn(columns, "owner", "name"))).toBe("owner name level");
    expect(names(moveColumn(columns, "name", null))).toBe("level owner name");
    expect(moveColumn(columns, "name", "name")).toBe(columns);
  });

  it("shift by one and stop at the ends", () => {
    expect(names(shiftColumn(columns, "level", 1))).toBe("name owner level");
    expect(shiftColumn(columns, "name", -1)).toBe(columns);
  });

  it("resize within bounds and toggle", () => {
    expect(resizeColumn(columns, "level", 10)[1]).toEqual({ field: "level", width: 64 });
    expect(names(toggleColumn(columns, "level"))).toBe("name owner");
    expect(names(toggleColumn(columns, "phone"))).toBe("name level owner phone");
  });
});
