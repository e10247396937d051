import { defineKind } from "../kind";
import { JsonCell } from "./Cell";

export default defineKind<unknown>({
  kind: "json",
  Cell: JsonCell,
  text: value => JSON.stringify(value),
  wide: true,
  inCell: false,
  width: 200,
});
