import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { JsonCell } from "./Cell";
import { JsonInput } from "./Input";

export default defineKind<unknown>({
  kind: "json",
  Cell: JsonCell,
  Input: JsonInput,
  Filter: TextFilter,
  text: value => JSON.stringify(value),
  wide: true,
  inCell: false,
  width: 200,
});
