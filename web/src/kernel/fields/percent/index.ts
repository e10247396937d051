import { defineKind } from "../kind";
import { PercentCell, percentText } from "./Cell";

export default defineKind<string | number>({
  kind: "percent",
  Cell: PercentCell,
  text: percentText,
  numeric: true,
  inCell: true,
  width: 100,
});
