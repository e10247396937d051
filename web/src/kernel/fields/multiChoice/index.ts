import { defineKind } from "../kind";
import { optionLabel } from "../parts/OptionTag";
import { MultiChoiceCell } from "./Cell";

export default defineKind<string[]>({
  kind: "multiChoice",
  Cell: MultiChoiceCell,
  text: (value, field) => value.map(one => optionLabel(field, one)).join("、"),
  inCell: true,
  width: 180,
});
