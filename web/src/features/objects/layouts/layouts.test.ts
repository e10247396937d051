import { describe, expect, it } from "vitest";
import {
  hopped,
  type Layout,
  placed,
  sectionMoved,
  stepped,
  takenOut,
  withLayout,
  withoutSection,
} from "./layouts";

const layout = (...sections: string[]): Layout => ({
  key: "a",
  name: { zh: "甲", en: "" },
  roles: [1],
  sections: sections.map((fields, at) => ({
    label: { zh: `分组${at}`, en: "" },
    columns: 2,
    collapsed: false,
    shownWhen: null,
    fields: fields
      .split(" ")
      .filter(Boolean)
      .map(field => ({ field, wide: field === "w" })),
  })),
  leftOut: ["x"],
  newFields: true,
  listColumns: [],
});

const fieldsOf = ({ sections }: Layout) =>
  sections.map(({ fields }) => fields.map(({ field }) => field).join(" "));

describe("a layout under the hand", () => {
  it("puts a field where it is dropped, within its section and elsewhere", () => {
    expect(fieldsOf(placed(layout("a b c", "d"), "a", { section: 0, at: 2 }))).toEqual(["b a c", "d"]);
    expect(fieldsOf(placed(layout("a b c", "d"), "c", { section: 0, at: 0 }))).toEqual(["c a b", "d"]);
    expect(fieldsOf(placed(layout("a b c", "d"), "a", { section: 0, at: 3 }))).toEqual(["b c a", "d"]);
    const moved = placed(layout("a w", "d"), "w", { section: 1, at: 0 });
    expect(fieldsOf(moved)).toEqual(["a", "w d"]);
    expect(moved.sections[1]?.fields[0]?.wide).toBe(true);
  });

  it("takes fields in and out", () => {
    const taken = placed(layout("a"), "x", { section: 0, at: 1 });
    expect([fieldsOf(taken), taken.leftOut]).toEqual([["a x"], []]);
    const out = takenOut(layout("a b"), "a");
    expect([fieldsOf(out), out.leftOut]).toEqual([["b"], ["x", "a"]]);
  });

  it("steps by keys over the edges of sections, and no further than the ends", () => {
    expect(fieldsOf(stepped(layout("a b", "c"), "a", 1))).toEqual(["b a", "c"]);
    expect(fieldsOf(stepped(layout("a b", "c"), "b", 1))).toEqual(["a", "b c"]);
    expect(fieldsOf(stepped(layout("a b", "c"), "c", -1))).toEqual(["a b c", ""]);
    expect(fieldsOf(stepped(layout("a b", "c"), "a", -1))).toEqual(["a b", "c"]);
    expect(fieldsOf(stepped(layout("a b", "c"), "c", 1))).toEqual(["a b", "c"]);
    expect(fieldsOf(hopped(layout("a b", "c d"), "a", 1))).toEqual(["b", "a c d"]);
  });

  it("moves sections and keeps what a deleted one held at hand", () => {
    expect(fieldsOf(sectionMoved(layout("a", "b", "c"), 0, 2))).toEqual(["b", "c", "a"]);
    expect(fieldsOf(sectionMoved(layout("a", "b"), 0, -1))).toEqual(["a", "b"]);
    const without = withoutSection(layout("a b", "c"), 0);
    expect([fieldsOf(without), without.leftOut]).toEqual([["c"], ["x", "a", "b"]]);
  });

  it("keeps the standard layout last", () => {
    const standard = { ...layout("a"), key: "standard" };
    const both = withLayout([standard], { ...layout("b"), key: "" });
    expect(both.map(({ key }) => key)).toEqual(["", "standard"]);
    expect(withLayout(both, { ...standard, newFields: false }).at(-1)?.newFields).toBe(false);
  });
});
