import { defineKind } from "../kind";
import { UrlCell } from "./Cell";

export default defineKind<string>({
  kind: "url",
  Cell: UrlCell,
  text: value => value,
  inCell: true,
  width: 200,
});
