import { wallTime } from "~/kernel/text/dates";
import { defineKind } from "../kind";
import { DateTimeCell } from "./Cell";

export default defineKind<string>({
  kind: "dateTime",
  Cell: DateTimeCell,
  text: wallTime,
  inCell: true,
  width: 152,
});
