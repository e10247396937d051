import { expect, test } from "vitest";
import { errorsOf, moved, withChips, withoutChips } from "./layouts";

test("names in braces become chips and are the same again", () => {
  const html = "<p>致 {customer.name}：</p><p>{company} {not a name} {}</p>";
  expect(withChips(html)).toBe(
    '<p>致 <span data-merge="customer.name"></span>：</p><p><span data-merge="company"></span> {not a name} {}</p>',
  );
  expect(withoutChips(withChips(html))).toBe(html);
  expect(
    withoutChips('<p><span class="x" data-merge="a.b" contenteditable="false">客户 · 名称</span></p>'),
  ).toBe("<p>{a.b}</p>");
});

test("what is moved keeps the others in order, and nothing leaves the list", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
});

test("an error is told at its block", () => {
  const errors = { "content.blocks[1].values[0]": "x", "content.blocks[10].text": "y", "content.foot": "z" };
  expect(errorsOf(errors, 1)).toEqual({ "values[0]": "x" });
  expect(errorsOf(errors, 10)).toEqual({ text: "y" });
  expect(errorsOf(errors, 0)).toEqual({});
});
