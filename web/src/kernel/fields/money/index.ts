import { defineKind } from "../kind";
import { NumberFilter } from "../parts/NumberFilter";
import { MoneyCell } from "./Cell";
import { MoneyInput } from "./Input";
import { type MoneyValue, moneyText } from "./money";

export default defineKind<MoneyValue>({
  kind: "money",
  Cell: MoneyCell,
  Input: MoneyInput,
  Filter: NumberFilter,
  text: moneyText,
  numeric: true,
  inCell: true,
  width: 140,
});
