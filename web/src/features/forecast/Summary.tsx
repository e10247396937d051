import { useLanguage, useSay } from "~/kernel/i18n/language";
import { exactText, Figure } from "~/kernel/targets/Figure";
import type { Measure } from "~/kernel/targets/targets";
import { shortNumber } from "~/kernel/text/decimals";
import { gapOf, type Totals } from "./forecast";
import { forecastWords } from "./messages";

interface Item {
  label: string;
  parts?: string;
  amount: number;
}

/** Where one will stand, by each way of foretelling it, beside what is aimed at. */
export function Summary({ measure, totals }: { measure: Measure; totals: Totals }) {
  const say = useSay(forecastWords);
  const chinese = useLanguage() === "zh-CN";
  const gap = gapOf(totals);
  const items: Item[] = [
    { label: say("won"), amount: totals.won },
    { label: say("commitTotal"), parts: say("commitParts"), amount: totals.commit },
    { label: say("bestTotal"), parts: say("bestParts"), amount: totals.best },
    { label: say("stageTotal"), parts: say("stageParts"), amount: totals.byStage },
  ];
  if (totals.byModel !== null)
    items.push({ label: say("modelTotal"), parts: say("modelParts"), amount: totals.byModel });
  return (
    <dl className="forecast-summary">
      {totals.aim !== null && (
        <div>
          <dt>{say("target")}</dt>
          <dd>
            <Figure measure={measure} amount={totals.aim.toFixed(2)} short />
          </dd>
          {gap !== null && (
            <dd className="quiet" title={exactText(measure, Math.abs(gap).toFixed(2))}>
              {gap > 0
                ? `${say("gap")} ${shortNumber(gap, chinese)}`
                : say("reached", { amount: shortNumber(-gap, chinese) })}
            </dd>
          )}
        </div>
      )}
      {items.map(({ label, parts, amount }) => (
        <div key={label} title={parts}>
          <dt>{label}</dt>
          <dd>
            <Figure measure={measure} amount={amount.toFixed(2)} short />
          </dd>
          {totals.aim !== null && totals.aim > 0 && (
            <dd className="quiet">
              {say("ofTarget", { percent: ((amount / totals.aim) * 100).toFixed(0) })}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
