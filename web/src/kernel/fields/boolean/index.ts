import { sayIn } from "~/kernel/i18n/messages";
import { defineKind } from "../kind";
import { fieldWords } from "../messages";
import { BooleanCell } from "./Cell";

export default defineKind<boolean>({
  kind: "boolean",
  Cell: BooleanCell,
  text: (value, _, language) => sayIn(language, fieldWords)(value ? "yes" : "no"),
  inCell: true,
  width: 88,
});
