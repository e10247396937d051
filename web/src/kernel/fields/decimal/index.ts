import { defineKind } from "../kind";
import { NumberCell } from "../parts/NumberCell";
import { NumberFilter } from "../parts/NumberFilter";
import { PreciseInput } from "../parts/NumberInput";

export default defineKind<number | string>({
  kind: "decimal",
  Cell: NumberCell,
  Input: PreciseInput,
  Filter: NumberFilter,
  text: value => String(value),
  numeric: true,
  inCell: true,
  width: 120,
});
