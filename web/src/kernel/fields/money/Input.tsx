import { Select, Space } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";
import { DecimalInput } from "../parts/DecimalInput";
import { digitsOf, useCurrencies, valued, type Worth, worthOf } from "./currencies";
import { amountOf, currencyOf, type MoneyValue, moneyText } from "./money";
import "./money.css";

/** An amount; where the company uses several currencies, in which one, and what it is worth in its own. */
export function MoneyInput({ value, onChange, ...rest }: InputProps<MoneyValue>) {
  const say = useSay(fieldWords);
  const known = useCurrencies();
  const [chosen, setChosen] = useState<string>();
  const standing = rest.standing ? currencyOf(rest.standing as MoneyValue, known.base) : known.base;
  const currency = value === null ? (chosen ?? standing) : currencyOf(value, known.base);
  const amount = value === null ? null : amountOf(value);
  const usable = [...new Set([...known.currencies.map(each => each.currency), currency])];
  const several = usable.length > 1;
  const input = (
    <DecimalInput
      {...rest}
      field={{ ...rest.field, unit: null }}
      scale={digitsOf(known, currency)}
      suffix={rest.inCell && several ? currency : undefined}
      value={amount}
      onChange={next => onChange(next === null ? null : valued(next, currency, rest.standing, known))}
    />
  );
  if (rest.inCell || !several) return input;

  function choose(code: string) {
    setChosen(code);
    if (amount !== null) onChange(valued(amount, code, rest.standing, known));
  }

  return (
    <>
      <Space.Compact block>
        <Select
          aria-label={say("currency")}
          value={currency}
          options={usable.map(code => ({ value: code, label: code }))}
          popupMatchSelectWidth={false}
          style={{ width: 88 }}
          onChange={choose}
        />
        {input}
      </Space.Compact>
      {value !== null && <WorthNote worth={worthOf(value, rest.standing, known)} base={known.base} />}
    </>
  );
}

function WorthNote({ worth, base }: { worth: Worth; base: string }) {
  const say = useSay(fieldWords);
  const inBase = (amount: string) => moneyText({ amount, currency: base });
  switch (worth.kind) {
    case "same":
      return null;
    case "kept":
      return <div className="quiet money-worth">{say("worth", { worth: inBase(worth.worth) })}</div>;
    case "today":
      return (
        <div className="quiet money-worth" aria-live="polite">
          {say("worthToday", { worth: inBase(worth.worth), rate: worth.rate, from: worth.from })}
        </div>
      );
    case "unknown":
      return (
        <div className="quiet money-worth" aria-live="polite">
          {say("noRate", { currency: worth.currency })}
        </div>
      );
  }
}
