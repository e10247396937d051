import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { LongTextCell } from "./Cell";
import { LongTextInput } from "./Input";

export default defineKind<string>({
  kind: "longText",
  Cell: LongTextCell,
  Input: LongTextInput,
  Filter: TextFilter,
  text: value => value,
  wide: true,
  inCell: false,
  width: 260,
});
