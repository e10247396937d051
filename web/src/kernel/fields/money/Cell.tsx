import type { CellProps } from "../kind";
import { type MoneyValue, moneyText } from "./money";

export function MoneyCell({ value }: CellProps<MoneyValue>) {
  return <span className="number">{moneyText(value)}</span>;
}
