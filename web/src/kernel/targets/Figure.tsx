import { useLanguage } from "~/kernel/i18n/language";
import { groupDigits, shortNumber } from "~/kernel/text/decimals";
import type { Measure } from "./targets";

interface FigureProps {
  measure: Measure;
  amount: string;
  /** 12.3万 instead of every digit, which then shows under the pointer. */
  short?: boolean;
}

/** An amount or a count of a measure. */
export function Figure({ measure, amount, short }: FigureProps) {
  const chinese = useLanguage() === "zh-CN";
  const exact = exactText(measure, amount);
  return (
    <span className="number" title={short ? exact : undefined}>
      {short ? shortNumber(Number(amount), chinese) : exact}
    </span>
  );
}

/** Money keeps its cents only where there are any; counts have none. */
export function exactText(measure: Measure, amount: string): string {
  const whole = amount.replace(/\.0+$/, "");
  return groupDigits(measure.unit === "count" ? whole.split(".")[0] || "0" : whole);
}
