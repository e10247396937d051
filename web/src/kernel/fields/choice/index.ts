import { defineKind } from "../kind";
import { optionLabel } from "../parts/OptionTag";
import { ChoiceCell } from "./Cell";

export default defineKind<string>({
  kind: "choice",
  Cell: ChoiceCell,
  text: (value, field) => optionLabel(field, value),
  inCell: true,
  width: 112,
});
