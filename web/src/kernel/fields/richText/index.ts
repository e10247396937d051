import { defineKind } from "../kind";
import { RichTextCell } from "./Cell";
import { plainWords } from "./html";

export default defineKind<string>({
  kind: "richText",
  Cell: RichTextCell,
  text: plainWords,
  wide: true,
  inCell: false,
  width: 240,
});
