import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { EmailCell } from "./Cell";
import { EmailInput } from "./Input";

export default defineKind<string>({
  kind: "email",
  Cell: EmailCell,
  Input: EmailInput,
  Filter: TextFilter,
  text: value => value,
  inCell: true,
  width: 200,
});
