import { defineKind } from "../kind";
import { MoneyCell } from "./Cell";
import { type MoneyValue, moneyText } from "./money";

export default defineKind<MoneyValue>({
  kind: "money",
  Cell: MoneyCell,
  text: moneyText,
  numeric: true,
  inCell: true,
  width: 140,
});
