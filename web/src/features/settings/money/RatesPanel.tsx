import { Alert, Segmented, Select } from "antd";
import { useState } from "react";
import { useCurrencies } from "~/kernel/fields/money/currencies";
import { useSay } from "~/kernel/i18n/language";
import { useNarrow } from "~/ui/useNarrow";
import type { PanelProps } from "../panels";
import { rateWords } from "./messages";
import { RateTable } from "./RateTable";

const FEW = 6;

/** The rates of the currencies in use. */
export function RatesPanel({ group, form }: PanelProps) {
  const say = useSay(rateWords);
  const known = useCurrencies();
  const narrow = useNarrow();
  const [asked, setAsked] = useState<string>();
  const others = known.currencies.filter(each => each.currency !== known.base);
  const codes = others.map(each => each.currency);
  const chosen = asked && codes.includes(asked) ? asked : codes[0];
  const missing = others.filter(each => !each.rate).map(each => each.currency);

  if (group.settings.some(form.changed)) return <p className="quiet settings-below">{say("unsaved")}</p>;
  if (!chosen) {
    return (
      <p className="quiet settings-below">
        {say("none")} — {say("noneText")}
      </p>
    );
  }
  return (
    <div className="settings-below">
      <h3>{say("rates")}</h3>
      {missing.length > 0 && (
        <Alert type="warning" showIcon title={say("missing", { currencies: missing.join(" ") })} />
      )}
      {codes.length > FEW || narrow ? (
        <Select
          aria-label={say("choose")}
          value={chosen}
          options={codes.map(value => ({ value, label: value }))}
          style={{ width: 120 }}
          onChange={setAsked}
        />
      ) : (
        codes.length > 1 && (
          <Segmented
            aria-label={say("choose")}
            className="rates-choice"
            value={chosen}
            options={codes}
            onChange={setAsked}
          />
        )
      )}
      <RateTable
        key={chosen}
        base={known.base}
        currency={chosen}
        inForce={others.find(each => each.currency === chosen)?.from ?? null}
      />
    </div>
  );
}
