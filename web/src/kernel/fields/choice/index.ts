import { defineKind } from "../kind";
import { OptionFilter } from "../parts/OptionFilter";
import { OptionSelect } from "../parts/OptionSelect";
import { optionLabel } from "../parts/OptionTag";
import { ChoiceCell } from "./Cell";

export default defineKind<string>({
  kind: "choice",
  Cell: ChoiceCell,
  Input: OptionSelect,
  Filter: OptionFilter,
  text: (value, field) => optionLabel(field, value),
  inCell: true,
  width: 112,
});
