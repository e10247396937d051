import { defineKind } from "../kind";
import { TextCell } from "../text/Cell";

/** Given by the server where nothing is typed. */
export default defineKind<string>({
  kind: "autoNumber",
  Cell: TextCell,
  text: value => value,
  inCell: true,
  width: 136,
});
