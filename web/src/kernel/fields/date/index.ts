import { defineKind } from "../kind";
import { DateCell } from "./Cell";

export default defineKind<string>({
  kind: "date",
  Cell: DateCell,
  text: value => value,
  inCell: true,
  width: 120,
});
