import { defineKind } from "../kind";
import { LongTextCell } from "./Cell";

export default defineKind<string>({
  kind: "longText",
  Cell: LongTextCell,
  text: value => value,
  wide: true,
  inCell: false,
  width: 260,
});
