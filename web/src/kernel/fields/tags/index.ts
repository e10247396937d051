import { defineKind } from "../kind";
import { TagsCell } from "./Cell";

export default defineKind<string[]>({
  kind: "tags",
  Cell: TagsCell,
  text: value => value.join("、"),
  wide: true,
  inCell: true,
  width: 180,
});
