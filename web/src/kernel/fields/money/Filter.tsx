import { useSay } from "~/kernel/i18n/language";
import type { FilterProps } from "../kind";
import { fieldWords } from "../messages";
import { NumberFilter } from "../parts/NumberFilter";
import { useCurrencies } from "./currencies";

/** Amounts are compared by what they are worth in the company's currency, which the input says. */
export function MoneyFilter(props: FilterProps) {
  const say = useSay(fieldWords);
  const { base, currencies } = useCurrencies();
  const unit = currencies.length > 1 ? say("inBase", { currency: base }) : base;
  return <NumberFilter {...props} field={{ ...props.field, unit }} />;
}
