import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { RichTextCell } from "./Cell";
import { plainWords } from "./html";
import { RichTextInput } from "./Input";

export default defineKind<string>({
  kind: "richText",
  Cell: RichTextCell,
  Input: RichTextInput,
  Filter: TextFilter,
  text: plainWords,
  wide: true,
  inCell: false,
  width: 240,
});
