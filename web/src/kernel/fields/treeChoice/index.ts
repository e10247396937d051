import { defineKind } from "../kind";
import { TreeChoiceCell } from "./Cell";
import { optionPath } from "./tree";

export default defineKind<string>({
  kind: "treeChoice",
  Cell: TreeChoiceCell,
  text: (value, field) => optionPath(field, value),
  inCell: true,
  width: 160,
});
