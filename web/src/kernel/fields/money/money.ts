import type { Money } from "~/kernel/api/contract";
import { groupDigits } from "~/kernel/text/decimals";

/** Money may arrive as a plain amount in the company's currency. */
export type MoneyValue = Money | string;

export function amountOf(value: MoneyValue): string {
  return typeof value === "object" ? value.amount : String(value);
}

export function currencyOf(value: MoneyValue, standard: string): string {
  return typeof value === "object" ? (value.currency ?? standard) : standard;
}

/** Signs that nobody takes for another currency's. */
const SIGNS: Record<string, string> = {
  CNY: "¥",
  USD: "US$",
  EUR: "€",
  HKD: "HK$",
  JPY: "JP¥",
  GBP: "£",
  TWD: "NT$",
  AUD: "A$",
  CAD: "C$",
  SGD: "S$",
  KRW: "₩",
};

export function moneyText(value: MoneyValue): string {
  const amount = groupDigits(amountOf(value));
  const currency = currencyOf(value, "");
  const sign = SIGNS[currency] ?? (currency ? `${currency} ` : "");
  return amount.startsWith("-") ? `-${sign}${amount.slice(1)}` : sign + amount;
}
