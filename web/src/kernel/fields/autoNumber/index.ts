import { defineKind } from "../kind";
import { TextCell } from "../text/Cell";
import { TextFilter } from "../text/Filter";
import { TextInput } from "../text/Input";

/** Given by the server where nothing is typed. */
export default defineKind<string>({
  kind: "autoNumber",
  Cell: TextCell,
  Input: TextInput,
  Filter: TextFilter,
  text: value => value,
  inCell: true,
  width: 136,
});
