import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DatePicker, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useId, useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Labelled, Prices, RecordData } from "~/kernel/api/contract";
import { useCurrencies } from "~/kernel/fields/money/currencies";
import { moneyText } from "~/kernel/fields/money/money";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { recordKeys } from "~/kernel/records/records";
import { FormRow } from "~/ui/FormRow";
import { productWords } from "./messages";
import "./prices.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** What somebody would pay for so many of the product on a day, and by which price book. */
export default function PricesTab({ object, record }: Props) {
  const say = useSay(productWords);
  const id = useId();
  const { base, currencies } = useCurrencies();
  const [customer, setCustomer] = useState<Labelled | null>(null);
  const [day, setDay] = useState(() => dayjs());
  const [chosen, setCurrency] = useState<string>();
  const [quantity, setQuantity] = useState("1");
  const currency = chosen ?? base;
  const asked = {
    ...(customer ? { customer: customer.id } : {}),
    ...(currency ? { currency } : {}),
    date: day.format("YYYY-MM-DD"),
    lines: [{ product: record.id, quantity }],
  };
  const prices = useQuery({
    queryKey: [...recordKeys.one(object.name, record.id), "prices", asked],
    queryFn: ({ signal }) => api.ask<Prices>("/prices", asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <p className="quiet">{say("lead")}</p>
      <FormRow id={`${id}-customer`} label={say("customer")}>
        <RecordPicker
          id={`${id}-customer`}
          object="customer"
          value={customer ? [customer] : []}
          onChange={records => setCustomer(records[0] ?? null)}
        />
      </FormRow>
      <div className="price-question">
        <label htmlFor={`${id}-quantity`}>{say("quantity")}</label>
        <InputNumber
          id={`${id}-quantity`}
          stringMode
          min="0.001"
          precision={3}
          formatter={value => String(value ?? "").replace(/\.?0+$/, "")}
          value={quantity}
          onChange={next => next !== null && setQuantity(String(next))}
        />
        <label htmlFor={`${id}-day`}>{say("day")}</label>
        <DatePicker id={`${id}-day`} allowClear={false} value={day} onChange={next => next && setDay(next)} />
        {currencies.length > 1 && (
          <Select
            aria-label={say("currency")}
            value={currency}
            options={currencies.map(each => ({ value: each.currency, label: each.currency }))}
            onChange={setCurrency}
          />
        )}
      </div>
      <div role="status">
        {prices.error && <p className="error">{prices.error.message}</p>}
        {prices.data && <Answer prices={prices.data} />}
      </div>
    </>
  );
}

function Answer({ prices: { currency, lines } }: { prices: Prices }) {
  const say = useSay(productWords);
  const line = lines[0];
  if (!line) return <p>{say("none")}</p>;
  return (
    <dl className="price-answer">
      <dt>{say("price")}</dt>
      <dd className="price-answer-price number">{moneyText({ amount: line.price, currency })}</dd>
      {line.floorPrice && (
        <>
          <dt>{say("floor")}</dt>
          <dd className="number">{moneyText({ amount: line.floorPrice, currency })}</dd>
        </>
      )}
      <dt>{say("origin")}</dt>
      <dd>
        {line.book ? (
          <Link href={addressOf.record("price-book", line.book.id)}>{line.book.label}</Link>
        ) : (
          say(line.origin)
        )}
        {line.fromQuantity && <span className="quiet"> · {say("from", { from: line.fromQuantity })}</span>}
      </dd>
    </dl>
  );
}
