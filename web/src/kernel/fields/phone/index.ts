import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { PhoneCell } from "./Cell";
import { PhoneInput } from "./Input";

export default defineKind<string>({
  kind: "phone",
  Cell: PhoneCell,
  Input: PhoneInput,
  Filter: TextFilter,
  text: value => value,
  inCell: true,
  width: 136,
});
