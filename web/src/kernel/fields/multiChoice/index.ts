import { defineKind } from "../kind";
import { OptionFilter } from "../parts/OptionFilter";
import { OptionsSelect } from "../parts/OptionSelect";
import { optionLabel } from "../parts/OptionTag";
import { MultiChoiceCell } from "./Cell";

export default defineKind<string[]>({
  kind: "multiChoice",
  Cell: MultiChoiceCell,
  Input: OptionsSelect,
  Filter: OptionFilter,
  text: (value, field) => value.map(one => optionLabel(field, one)).join("、"),
  inCell: true,
  width: 180,
});
