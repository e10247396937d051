import { describe, expect, it } from "vitest";
import type { View } from "~/kernel/api/contract";
import { readQuery, writeQuery } from "~/kernel/navigation/navigation";
import { aView, customer } from "~/kernel/testing/world";
import {
  type Arrangement,
  arrangementOf,
  isChanged,
  queryOf,
  readArrangement,
  sortedBy,
  writeArrangement,
} from "./arrangement";

const mine: View = {
  ...aView,
  id: 5,
  name: "我的重点客户",
  object: "customer",
  kind: "table",
  filter: { field: "owner", op: "eq", value: "me" },
  columns: [
    { field: "name", width: 240 },
    { field: "level", width: null },
  ],
  sort: [{ field: "name", descending: false }],
  groupBy: null,
};
const base = arrangementOf(customer, mine);

function throughTheAddress(next: Arrangement): Arrangement {
  const address = readQuery(writeQuery(writeArrangement(base, next)));
  return readArrangement(base, address);
}

describe("the arrangement of a list", () => {
  it("is the definition's where no view says otherwise", () => {
    expect(arrangementOf(customer, undefined)).toMatchObject({
      kind: "table",
      filter: null,
      sort: [{ field: "updatedAt", descending: true }],
    });
  });

  it.each<[string, Partial<Arrangement>]>([
    ["another filter", { filter: { field: "name", op: "contains", value: "云图 & 智能" } }],
    ["no filter although the view has one", { filter: null }],
    [
      "two sorts",
      {
        sort: [
          { field: "level", descending: true },
          { field: "name", descending: false },
        ],
      },
    ],
    ["no sort", { sort: [] }],
    ["other columns", { columns: [{ field: "name" }, { field: "phone", width: 120 }] }],
    ["a board", { kind: "board", groupBy: "status" }],
  ])("comes back from the address: %s", (_, change) => {
    const next = { ...base, ...change };
    expect(throughTheAddress(next)).toEqual(next);
    expect(isChanged(base, next)).toBe(true);
  });

  it("leaves the address empty while nothing differs from the view", () => {
    expect(writeQuery(writeArrangement(base, base))).toBe("");
    expect(isChanged(base, { ...base, sort: [...base.sort] })).toBe(false);
  });

  it("survives an address that somebody broke", () => {
    expect(readArrangement(base, { filter: "{not json", columns: "", kind: "map" })).toEqual({
      ...base,
      filter: null,
    });
  });

  it("asks only for what it shows", () => {
    expect(queryOf(base, " 云图 ", ["name"])).toEqual({
      filter: mine.filter,
      search: "云图",
      sort: mine.sort,
      fields: ["name"],
    });
  });
});

describe("a click on a header", () => {
  it("sorts up, then down, then not", () => {
    const up = sortedBy([], "name", false);
    const down = sortedBy(up, "name", false);
    expect([up, down, sortedBy(down, "name", false)]).toEqual([
      [{ field: "name", descending: false }],
      [{ field: "name", descending: true }],
      [],
    ]);
  });

  it("joins the others with shift", () => {
    const sort = sortedBy([{ field: "level", descending: false }], "name", true);
    expect(sort.map(item => item.field)).toEqual(["level", "name"]);
    expect(sortedBy(sort, "level", true)).toEqual([
      { field: "level", descending: true },
      { field: "name", descending: false },
    ]);
  });
});
