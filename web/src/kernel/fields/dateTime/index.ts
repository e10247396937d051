import { wallTime } from "~/kernel/text/dates";
import { defineKind } from "../kind";
import { DayFilter } from "../parts/DayFilter";
import { MomentInput } from "../parts/DayInput";
import { DateTimeCell } from "./Cell";

export default defineKind<string>({
  kind: "dateTime",
  Cell: DateTimeCell,
  Input: MomentInput,
  Filter: DayFilter,
  text: wallTime,
  inCell: true,
  width: 152,
});
