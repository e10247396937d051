import { defineKind } from "../kind";
import { TextCell } from "./Cell";
import { TextFilter } from "./Filter";
import { TextInput } from "./Input";

export default defineKind<string>({
  kind: "text",
  Cell: TextCell,
  Input: TextInput,
  Filter: TextFilter,
  text: value => value,
  inCell: true,
  width: 200,
});
