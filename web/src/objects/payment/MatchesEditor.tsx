import { Button, Input, Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { RecordData } from "~/kernel/api/contract";
import { digitsOf, useCurrencies } from "~/kernel/fields/money/currencies";
import { amountOf, currencyOf, type MoneyValue, moneyText } from "~/kernel/fields/money/money";
import type { RecordForm } from "~/kernel/forms/useRecordForm";
import { useSay } from "~/kernel/i18n/language";
import { useRecord, useRecordPage } from "~/kernel/records/records";
import { groupDigits, parseDecimal } from "~/kernel/text/decimals";
import { decimalOf, unitsOf } from "~/kernel/text/units";
import { oldestFirst, owed, type Row, rowsOf, settles, sumOf, wireOf } from "./matches";
import { paymentWords } from "./messages";
import "./matches.css";

const MOST = 100;

/** What the payment settles, chosen among what is owed; left empty, the product chooses. */
export default function MatchesEditor({ form }: { form: RecordForm }) {
  const say = useSay(paymentWords);
  const known = useCurrencies();
  const { object, record, draft } = form;
  const carried = record ? (record.matches as RecordData[] | undefined) : [];
  const read = useRecord(object.name, record && !carried ? record.id : null);
  const matches = carried ?? (read.data?.matches as RecordData[] | undefined);
  const all = { ...record, ...draft };
  const filter = owed(all);
  const terms = useRecordPage(
    "payment-plan",
    { filter, sort: [{ field: "dueDate", descending: false }], limit: MOST },
    { enabled: filter !== undefined },
  );
  const currency = currencyOf((all.amount ?? "") as MoneyValue, known.base ?? "");
  const digits = digitsOf(known, currency);
  if (!matches || (filter && terms.isPending)) return <Skeleton active paragraph={{ rows: 2 }} />;
  const rows = rowsOf(matches, terms.data?.items ?? [], digits);
  return (
    <fieldset className="matches">
      <legend>{say("settles")}</legend>
      {rows.length === 0 ? (
        <p className="quiet">{say(filter ? "nothingOwed" : "choose")}</p>
      ) : (
        <Rows
          // Other debts are another list; what was typed for them goes with them.
          key={rows.map(row => row.key).join()}
          form={form}
          start={rows}
          paid={unitsOf(parseDecimal(amountOf((all.amount ?? "0") as MoneyValue)) ?? "0", digits) ?? 0n}
          currency={currency}
          digits={digits}
          more={terms.data?.next !== null && terms.data?.next !== undefined}
        />
      )}
    </fieldset>
  );
}

interface RowsProps {
  form: RecordForm;
  start: Row[];
  /** How much was paid, in units. */
  paid: bigint;
  currency: string;
  digits: number;
  more: boolean;
}

function Rows({ form, start, paid, currency, digits, more }: RowsProps) {
  const say = useSay(paymentWords);
  const [rows, setRows] = useState(start);
  const { set } = form;
  const isNew = form.record === null || form.record === undefined;

  // A list of other debts takes the place of what was chosen among the former ones.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list
  useEffect(() => {
    if (isNew) set("matches", undefined);
  }, []);

  function change(next: Row[]) {
    setRows(next);
    const chosen = wireOf(next);
    set("matches", isNew && chosen.length === 0 ? undefined : chosen);
  }

  const sent = rows.filter(settles);
  const left = paid - sumOf(rows, digits);
  const text = (units: bigint) => moneyText({ amount: decimalOf(units, digits), currency });
  return (
    <>
      {isNew && <p className="quiet">{say("lead")}</p>}
      <ul className="matches-rows">
        {rows.map(row => {
          const name = [row.bill.record.label, row.plan?.label].filter(Boolean).join(" · ");
          const error = ["amount", "plan", "id"]
            .map(field => form.errors[`matches[${sent.indexOf(row)}].${field}`]?.message)
            .find(Boolean);
          return (
            <li key={row.key}>
              <span>
                {name}
                <small className="quiet">
                  {row.dueDate && ` ${say("due")} ${row.dueDate}`}
                  {row.open !== null && ` · ${say("open")} ${groupDigits(decimalOf(row.open, digits))}`}
                </small>
              </span>
              <Input
                aria-label={say("of", { what: name })}
                inputMode="decimal"
                placeholder={say("amount")}
                value={row.amount}
                status={
                  error || (row.amount && unitsOf(row.amount, digits) === undefined) ? "error" : undefined
                }
                onChange={event =>
                  change(rows.map(other => (other === row ? { ...row, amount: event.target.value } : other)))
                }
                onBlur={() => {
                  const read = parseDecimal(row.amount);
                  if (read !== undefined && read !== row.amount)
                    change(rows.map(other => (other === row ? { ...row, amount: read } : other)));
                }}
              />
              {error && (
                <p className="matches-error" role="alert">
                  {error}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {more && <p className="quiet">{say("more", { count: MOST })}</p>}
      <div className="matches-foot">
        <Button disabled={paid === 0n} onClick={() => change(oldestFirst(rows, paid, digits))}>
          {say("oldest")}
        </Button>
        <Button
          type="text"
          disabled={sent.length === 0}
          onClick={() => change(rows.map(row => ({ ...row, amount: "" })))}
        >
          {say("clear")}
        </Button>
        {paid > 0n && sent.length > 0 && (
          <span role="status" className={left < 0n ? "matches-over" : "quiet"}>
            {left === 0n
              ? say("allUsed")
              : say(left > 0n ? "left" : "tooMuch", { amount: text(left > 0n ? left : -left) })}
          </span>
        )}
      </div>
    </>
  );
}
