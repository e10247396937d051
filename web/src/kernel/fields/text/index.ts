import { defineKind } from "../kind";
import { TextCell } from "./Cell";

export default defineKind<string>({
  kind: "text",
  Cell: TextCell,
  text: value => value,
  inCell: true,
  width: 200,
});
