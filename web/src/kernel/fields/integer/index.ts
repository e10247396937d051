import { defineKind } from "../kind";
import { NumberCell } from "../parts/NumberCell";
import { NumberFilter } from "../parts/NumberFilter";
import { IntegerInput } from "../parts/NumberInput";

export default defineKind<number | string>({
  kind: "integer",
  Cell: NumberCell,
  Input: IntegerInput,
  Filter: NumberFilter,
  text: value => String(value),
  numeric: true,
  inCell: true,
  width: 120,
});
