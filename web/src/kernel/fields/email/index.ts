import { defineKind } from "../kind";
import { EmailCell } from "./Cell";

export default defineKind<string>({
  kind: "email",
  Cell: EmailCell,
  text: value => value,
  inCell: true,
  width: 200,
});
