import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, DatePicker, Input, Modal, Select, Skeleton } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { Money, RecordData } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { digitsOf, useCurrencies } from "~/kernel/fields/money/currencies";
import { moneyText } from "~/kernel/fields/money/money";
import { useSay } from "~/kernel/i18n/language";
import type { CommandProps } from "~/kernel/overrides/overrides";
import { refreshRecords, runCommand, useRecordPage } from "~/kernel/records/records";
import { parseDecimal } from "~/kernel/text/decimals";
import { decimalOf, unitsOf } from "~/kernel/text/units";
import { billedWords } from "./messages";
import { amountOfShare, equalParts, monthly, planned, restToLast, type TermRow } from "./plan";
import "./billed.css";

const MOST = 120;
const MONTHS = [2, 3, 4, 6, 12, 24];
const PRESETS = [[100], [50, 50], [30, 70], [30, 60, 10], [30, 40, 30]];

/** The terms by which a contract or an order is to be paid, all at once. */
export default function PlanDialog(props: CommandProps) {
  const standing = useRecordPage("payment-plan", {
    filter: {
      and: [
        { field: props.object.name, op: "eq", value: props.record.id },
        { field: "status", op: "ne", value: "replaced" },
      ],
    },
    sort: [{ field: "dueDate", descending: false }],
    limit: MOST,
  });
  return standing.data ? (
    <Editor {...props} standing={standing.data.items} />
  ) : (
    <Modal open footer={null} title={props.command.label} onCancel={props.onClose}>
      <Skeleton active />
    </Modal>
  );
}

function Editor({ object, record, command, onClose, standing }: CommandProps & { standing: RecordData[] }) {
  const say = useSay(billedWords);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const nameOf = useNameOf(object);
  const known = useCurrencies();
  const total = (record.amount ?? record.total) as Money;
  const digits = digitsOf(known, total.currency);
  const whole = unitsOf(total.amount, digits) ?? 0n;
  const [rows, setRows] = useState<TermRow[]>(() =>
    standing.length > 0
      ? standing.map(term => rowOf(term, digits))
      : [blank({ share: "100", amount: total.amount })],
  );
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = refusal instanceof Problem ? refusal.byField() : {};
  const text = (units: bigint) => moneyText({ amount: decimalOf(units, digits), currency: total.currency });
  const left = whole - planned(rows, digits);
  const complete = left === 0n && rows.every(row => row.dueDate && unitsOf(row.amount, digits));
  /** What was paid stays where it is; the others are planned anew. */
  const kept = rows.filter(row => row.received > 0n);
  const open = whole - planned(kept, digits);

  const change = (row: TermRow, changes: Partial<TermRow>) =>
    setRows(rows.map(other => (other === row ? { ...row, ...changes } : other)));

  function spread(count: number) {
    const from =
      rows.find(row => row.received === 0n && row.dueDate)?.dueDate ?? dayjs().format("YYYY-MM-DD");
    const days = monthly(from, count);
    setRows([
      ...kept,
      ...equalParts(open, count).map((part, at) =>
        blank({ amount: decimalOf(part, digits), dueDate: days[at] }),
      ),
    ]);
  }

  function share(shares: number[]) {
    const made = shares.map((each, at) => {
      const before = rows.filter(row => row.received === 0n)[at];
      const amount = decimalOf(amountOfShare(open, String(each)) ?? 0n, digits);
      return blank({ name: before?.name ?? "", dueDate: before?.dueDate ?? "", share: String(each), amount });
    });
    setRows([...kept, ...restToLast(made, open, digits)]);
  }

  async function save() {
    setBusy(true);
    setRefusal(null);
    const terms = rows.map(({ id, name, dueDate, amount }) => ({
      ...(id === undefined ? {} : { id }),
      ...(name.trim() ? { name: name.trim() } : {}),
      dueDate,
      amount,
    }));
    try {
      await runCommand(object.name, record.id, command, { terms });
      await refreshRecords(queries);
      onClose();
    } catch (cause) {
      setRefusal(cause);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      width={760}
      title={command.label}
      okText={command.label}
      okButtonProps={{ disabled: !complete, loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p>{say("lead", { name: nameOf(record), total: text(whole) })}</p>
      {refusal !== null && <Alert type="error" showIcon title={refusalText(refusal)} />}
      <div className="plan-tools">
        <Select
          aria-label={say("preset")}
          placeholder={say("preset")}
          value={null}
          options={PRESETS.map((shares, at) => ({
            value: at,
            label: shares.map(each => `${each}%`).join(" / "),
          }))}
          onChange={at => at !== null && share(PRESETS[at] ?? [])}
        />
        <Select
          aria-label={say("evenly")}
          placeholder={say("evenly")}
          value={null}
          options={MONTHS.map(count => ({ value: count, label: say("monthsText", { count }) }))}
          onChange={count => count !== null && spread(count)}
        />
      </div>
      <div className="plan-rows">
        <div className="plan-row plan-head" aria-hidden>
          <span>{say("term")}</span>
          <span>{say("due")}</span>
          <span>{say("share")}</span>
          <span>{say("amount")}</span>
          <span />
        </div>
        {rows.map((row, at) => (
          <div key={row.key} className="plan-row">
            <Input
              aria-label={say("of", { row: at + 1, what: say("term") })}
              placeholder={say("termNumber", { number: at + 1 })}
              value={row.name}
              maxLength={60}
              onChange={event => change(row, { name: event.target.value })}
            />
            <DatePicker
              aria-label={say("of", { row: at + 1, what: say("due") })}
              value={row.dueDate ? dayjs(row.dueDate) : null}
              allowClear={false}
              status={errors[`terms[${at}].dueDate`] ? "error" : undefined}
              onChange={day => change(row, { dueDate: day ? day.format("YYYY-MM-DD") : "" })}
            />
            <Input
              aria-label={say("of", { row: at + 1, what: say("share") })}
              inputMode="decimal"
              value={row.share}
              onChange={event => {
                const typed = event.target.value;
                const amount = amountOfShare(whole, parseDecimal(typed) ?? "");
                change(row, {
                  share: typed,
                  ...(amount === undefined ? {} : { amount: decimalOf(amount, digits) }),
                });
              }}
            />
            <Input
              aria-label={say("of", { row: at + 1, what: say("amount") })}
              inputMode="decimal"
              value={row.amount}
              status={
                errors[`terms[${at}].amount`] || unitsOf(row.amount, digits) === undefined
                  ? "error"
                  : undefined
              }
              onChange={event => change(row, { share: "", amount: event.target.value })}
              onBlur={() => change(row, { amount: parseDecimal(row.amount) ?? row.amount })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={say("remove", { row: at + 1 })}
              disabled={row.received > 0n || rows.length === 1}
              onClick={() => setRows(rows.filter(other => other !== row))}
            />
            {row.received > 0n && (
              <p className="plan-note quiet">{say("received", { amount: text(row.received) })}</p>
            )}
          </div>
        ))}
      </div>
      <div className="plan-foot">
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={rows.length >= MOST}
          onClick={() => setRows([...rows, blank({ amount: left > 0n ? decimalOf(left, digits) : "" })])}
        >
          {say("add")}
        </Button>
        <span role="status" className={left === 0n ? "plan-agrees" : "plan-differs"}>
          {left === 0n
            ? say("agrees")
            : say(left > 0n ? "missing" : "tooMuch", { amount: text(left > 0n ? left : -left) })}
        </span>
        {left !== 0n && (
          <Button type="link" onClick={() => setRows(restToLast(rows, whole, digits))}>
            {say("rest")}
          </Button>
        )}
      </div>
      {standing.length > 0 && <p className="quiet">{say("replaces")}</p>}
    </Modal>
  );
}

let made = 0;

function blank(start: Partial<TermRow>): TermRow {
  made += 1;
  return { key: `new-${made}`, name: "", dueDate: "", share: "", amount: "", received: 0n, ...start };
}

function rowOf(term: RecordData, digits: number): TermRow {
  return {
    key: String(term.id),
    id: term.id,
    name: String(term.name ?? ""),
    dueDate: String(term.dueDate),
    share: "",
    amount: (term.amount as Money).amount,
    received: unitsOf((term.received as Money | null)?.amount ?? "0", digits) ?? 0n,
  };
}
