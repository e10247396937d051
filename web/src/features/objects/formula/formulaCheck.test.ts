import { expect, it } from "vitest";
import { inserted } from "./formulaCheck";

it("words go where the cursor is, apart from the word before, and into the brackets of a function", () => {
  expect(inserted("1 + ", 4, "员工人数")).toEqual({ text: "1 + 员工人数", cursor: 8 });
  expect(inserted("等级", 2, "且")).toEqual({ text: "等级 且", cursor: 4 });
  expect(inserted("", 0, "round()")).toEqual({ text: "round()", cursor: 6 });
});
