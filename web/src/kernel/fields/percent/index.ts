import { defineKind } from "../kind";
import { NumberFilter } from "../parts/NumberFilter";
import { PercentCell, percentText } from "./Cell";
import { PercentInput } from "./Input";

export default defineKind<string | number>({
  kind: "percent",
  Cell: PercentCell,
  Input: PercentInput,
  Filter: NumberFilter,
  text: percentText,
  numeric: true,
  inCell: true,
  width: 100,
});
