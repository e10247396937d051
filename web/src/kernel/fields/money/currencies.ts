import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { components } from "~/kernel/api/wire";
import { useSession } from "~/kernel/session/session";
import { roundDecimal, timesDecimal } from "~/kernel/text/decimals";
import { amountOf, currencyOf, type MoneyValue } from "./money";

export type Currencies = components["schemas"]["Currencies"];

export const currenciesKey = ["currencies"] as const;

const A_WHILE = 60_000;

/** The currencies in use and today's rates; until they are known, the company's own alone. */
export function useCurrencies(): Currencies {
  const base = useSession().settings.currency;
  const { data } = useQuery({
    queryKey: currenciesKey,
    queryFn: ({ signal }) => api.get<Currencies>("/currencies", signal),
    staleTime: A_WHILE,
  });
  return data ?? { base, day: "", currencies: [] };
}

/** How many digits a currency has behind the point. */
export function digitsOf({ currencies }: Currencies, currency: string): number {
  return currencies.find(each => each.currency === currency)?.digits ?? 2;
}

/** What an amount is worth in the company's currency. */
export type Worth =
  | { kind: "same" }
  | { kind: "kept"; worth: string }
  | { kind: "today"; worth: string; rate: string; from: string }
  | { kind: "unknown"; currency: string };

/** What saving would make of an amount: one that stays as the record holds it keeps what it was worth. */
export function worthOf(value: MoneyValue, standing: unknown, known: Currencies): Worth {
  const currency = currencyOf(value, known.base);
  if (currency === known.base || known.currencies.length === 0) return { kind: "same" };
  const kept = isMoney(standing) ? standing : null;
  const amount = amountOf(value);
  if (kept?.currency === currency && sameNumber(kept.amount, amount)) {
    return { kind: "kept", worth: kept.base ?? kept.amount };
  }
  const now = known.currencies.find(each => each.currency === currency);
  if (!now?.rate || !now.from) return { kind: "unknown", currency };
  const exact = timesDecimal(amount, now.rate);
  if (exact === undefined) return { kind: "same" };
  const worth = roundDecimal(exact, digitsOf(known, known.base));
  return { kind: "today", worth, rate: now.rate, from: now.from };
}

/** An amount as it is entered, with what saving would make it worth. */
export function valued(amount: string, currency: string, standing: unknown, known: Currencies): MoneyValue {
  const worth = worthOf({ amount, currency }, standing, known);
  return worth.kind === "kept" || worth.kind === "today"
    ? { amount, currency, base: worth.worth }
    : { amount, currency };
}

function isMoney(value: unknown): value is { amount: string; currency: string; base?: string } {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value;
}

function sameNumber(one: string, other: string): boolean {
  return timesDecimal(one, "1") === timesDecimal(other, "1");
}
