import { defineKind } from "../kind";
import { TagsCell } from "./Cell";
import { TagsFilter } from "./Filter";
import { TagsInput } from "./Input";

export default defineKind<string[]>({
  kind: "tags",
  Cell: TagsCell,
  Input: TagsInput,
  Filter: TagsFilter,
  text: value => value.join("、"),
  wide: true,
  inCell: true,
  width: 180,
});
