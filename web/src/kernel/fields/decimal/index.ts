import { defineKind } from "../kind";
import { NumberCell } from "../parts/NumberCell";

export default defineKind<number | string>({
  kind: "decimal",
  Cell: NumberCell,
  text: value => String(value),
  numeric: true,
  inCell: true,
  width: 120,
});
