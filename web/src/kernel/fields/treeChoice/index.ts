import { defineKind } from "../kind";
import { TreeChoiceCell } from "./Cell";
import { TreeChoiceFilter } from "./Filter";
import { TreeChoiceInput } from "./Input";
import { optionPath } from "./tree";

export default defineKind<string>({
  kind: "treeChoice",
  Cell: TreeChoiceCell,
  Input: TreeChoiceInput,
  Filter: TreeChoiceFilter,
  text: (value, field) => optionPath(field, value),
  inCell: true,
  width: 160,
});
