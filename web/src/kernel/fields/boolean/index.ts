import { sayIn } from "~/kernel/i18n/messages";
import { defineKind } from "../kind";
import { fieldWords } from "../messages";
import { BooleanCell } from "./Cell";
import { BooleanFilter } from "./Filter";
import { BooleanInput } from "./Input";

export default defineKind<boolean>({
  kind: "boolean",
  Cell: BooleanCell,
  Input: BooleanInput,
  Filter: BooleanFilter,
  text: (value, _, language) => sayIn(language, fieldWords)(value ? "yes" : "no"),
  inCell: true,
  width: 88,
});
