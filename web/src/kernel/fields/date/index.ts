import { defineKind } from "../kind";
import { DayFilter } from "../parts/DayFilter";
import { DayInput } from "../parts/DayInput";
import { DateCell } from "./Cell";

export default defineKind<string>({
  kind: "date",
  Cell: DateCell,
  Input: DayInput,
  Filter: DayFilter,
  text: value => value,
  inCell: true,
  width: 120,
});
