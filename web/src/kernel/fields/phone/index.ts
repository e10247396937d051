import { defineKind } from "../kind";
import { PhoneCell } from "./Cell";

export default defineKind<string>({
  kind: "phone",
  Cell: PhoneCell,
  text: value => value,
  inCell: true,
  width: 136,
});
