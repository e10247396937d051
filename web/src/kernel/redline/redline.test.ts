import { expect, test } from "vitest";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { differences, linePairs, pieces } from "./redline";

const field = (name: string, kind: string) => ({ name, label: name, kind, system: false, right: "edit" });
const object = {
  name: "quote",
  fields: [field("number", "text"), field("terms", "longText"), field("discount", "integer")],
} as unknown as BusinessObject;
const line = {
  name: "quote-line",
  fields: [field("name", "text"), field("quantity", "integer")],
} as unknown as BusinessObject;
const record = (values: object) => values as unknown as RecordData;

test("what came and went is told by words, and both texts can be read from it", () => {
  const from = "合同签订后 7 日内付 30%。";
  const to = "合同签订后 15 日内付 30%，逾期计息。";
  const said = pieces(from, to);
  expect(
    said
      .filter(each => each.kind !== "in")
      .map(each => each.text)
      .join(""),
  ).toBe(from);
  expect(
    said
      .filter(each => each.kind !== "out")
      .map(each => each.text)
      .join(""),
  ).toBe(to);
  expect(said).toContainEqual({ kind: "out", text: "7" });
  expect(said).toContainEqual({ kind: "in", text: "15" });
  expect(pieces("一样", "一样")).toEqual([{ kind: "same", text: "一样" }]);
});

test("only what differs is told; numbers as a whole", () => {
  const earlier = record({ id: 1, number: "Q1", terms: "甲", discount: 10 });
  const later = record({ id: 2, number: "Q1", terms: null, discount: 15 });
  expect(differences(object, earlier, later, "zh-CN")).toEqual([
    { field: "terms", label: "terms", pieces: [{ kind: "out", text: "甲" }] },
    {
      field: "discount",
      label: "discount",
      pieces: [
        { kind: "out", text: "10" },
        { kind: "in", text: "15" },
      ],
    },
  ]);
});

test("a line is found again by its product, and told as changed, added or removed", () => {
  const of = (id: number, product: number | null, name: string, quantity: number) =>
    record({ id, product: product && { id: product, label: name }, name, quantity });
  const pairs = linePairs(
    line,
    ["name", "quantity"],
    [of(1, 7, "泵", 1), of(2, 8, "阀", 2), of(3, null, "安装", 1)],
    [of(4, 7, "泵", 3), of(5, null, "安装", 1), of(6, 9, "管", 5)],
    "zh-CN",
  );
  expect(pairs.map(pair => pair.kind)).toEqual(["changed", "out", "same", "in"]);
  expect(pairs[0]?.cells.quantity).toEqual([
    { kind: "out", text: "1" },
    { kind: "in", text: "3" },
  ]);
  expect(pairs[0]?.cells.name).toEqual([{ kind: "same", text: "泵" }]);
});
