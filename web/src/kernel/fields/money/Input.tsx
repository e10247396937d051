import { Select, Space } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";
import { DecimalInput } from "../parts/DecimalInput";
import { amountOf, CURRENCIES, currencyOf, type MoneyValue } from "./money";

export function MoneyInput({ value, onChange, ...rest }: InputProps<MoneyValue>) {
  const say = useSay(fieldWords);
  const company = useSession().settings.currency;
  const standard = rest.field.unit ?? company;
  const currency = value === null ? standard : currencyOf(value, standard);
  const amount = value === null ? null : amountOf(value);
  const currencies = [...new Set([standard, currency, ...CURRENCIES])];
  const input = (
    <DecimalInput
      {...rest}
      field={{ ...rest.field, unit: null }}
      scale={rest.field.scale ?? 2}
      value={amount}
      onChange={next => onChange(next === null ? null : { amount: next, currency })}
    />
  );
  if (rest.inCell) return input;
  return (
    <Space.Compact block>
      <Select
        aria-label={say("currency")}
        value={currency}
        options={currencies.map(code => ({ value: code, label: code }))}
        style={{ width: 88 }}
        onChange={code => amount !== null && onChange({ amount, currency: code })}
      />
      {input}
    </Space.Compact>
  );
}
