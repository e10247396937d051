import { FileAddOutlined, PlusOutlined, SnippetsOutlined } from "@ant-design/icons";
import { App, Button, Input, Popover, Skeleton, Space } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import type { RecordData } from "~/kernel/api/contract";
import { moneyText } from "~/kernel/fields/money/money";
import type { RecordForm } from "~/kernel/forms/useRecordForm";
import { useSay } from "~/kernel/i18n/language";
import { useRecord } from "~/kernel/records/records";
import { parseDecimal } from "~/kernel/text/decimals";
import { decimalOf } from "~/kernel/text/units";
import { LineFields } from "./LineFields";
import { lineWords } from "./messages";
import { type Lines, useLines } from "./useLines";
import "./lines.css";

/** The lines of a document, to type, paste and put in order; what they come to is seen at once. */
export default function LinesEditor({ form }: { form: RecordForm }) {
  const { object, record } = form;
  const carried = record ? (record.lines as RecordData[] | undefined) : [];
  const read = useRecord(object.name, record && !carried ? record.id : null);
  const start = carried ?? (read.data?.lines as RecordData[] | undefined);
  return start ? <Editor form={form} start={start} /> : <Skeleton active paragraph={{ rows: 3 }} />;
}

function Editor({ form, start }: { form: RecordForm; start: RecordData[] }) {
  const say = useSay(lineWords);
  const lines = useLines(form, start);
  const table = useRef<HTMLDivElement>(null);

  /** Enter goes down a column, and at its end begins a new line. */
  function goDown(event: KeyboardEvent) {
    const at = (event.target as HTMLElement).dataset.at;
    if (event.key !== "Enter" || !at || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    const [row = 0, column = ""] = at.split(",");
    const next = table.current?.querySelector<HTMLInputElement>(`[data-at="${Number(row) + 1},${column}"]`);
    if (next) next.select();
    else lines.add();
  }

  return (
    <fieldset className="lines">
      <legend>{say("lines")}</legend>
      <div className="lines-table" ref={table}>
        <div className="lines-head" aria-hidden>
          <span />
          {(["product", "quantity", "price", "discount", "taxRate", "amount"] as const).map(column => (
            <span key={column} data-column={column}>
              {say(column)}
            </span>
          ))}
          <span />
        </div>
        {lines.rows.map((row, at) => (
          <LineFields key={row.key} lines={lines} row={row} at={at} onKeyDown={goDown} />
        ))}
      </div>
      <div className="lines-foot">
        <Tools lines={lines} />
        <Totals lines={lines} />
      </div>
    </fieldset>
  );
}

function Tools({ lines }: { lines: Lines }) {
  const say = useSay(lineWords);
  const [discount, setDiscount] = useState("");
  return (
    <div className="lines-tools">
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => lines.add()}>
        {say("addProduct")}
      </Button>
      <PasteButton lines={lines} />
      <Space.Compact>
        <Input
          aria-label={say("discountAll")}
          placeholder={say("discountAll")}
          className="lines-all"
          inputMode="decimal"
          value={discount}
          onChange={event => setDiscount(event.target.value)}
        />
        <Button
          disabled={parseDecimal(discount) === undefined}
          onClick={() => lines.discountAll(parseDecimal(discount) ?? "0")}
        >
          {say("applyAll")}
        </Button>
      </Space.Compact>
    </div>
  );
}

function PasteButton({ lines }: { lines: Lines }) {
  const say = useSay(lineWords);
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");

  async function take() {
    const answer = await lines.paste(text);
    setOpen(false);
    setText("");
    void message.success(say("pasted", answer));
  }

  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="topLeft"
      content={
        <div className="lines-paste">
          <Input.TextArea
            aria-label={say("pasteHelp")}
            placeholder={say("pasteHelp")}
            rows={5}
            value={text}
            onChange={event => setText(event.target.value)}
          />
          <Button
            type="primary"
            icon={<FileAddOutlined aria-hidden />}
            disabled={!text.trim()}
            onClick={() => void take()}
          >
            {say("pasteTake")}
          </Button>
        </div>
      }
    >
      <Button icon={<SnippetsOutlined aria-hidden />}>{say("paste")}</Button>
    </Popover>
  );
}

function Totals({ lines: { totals, digits, currency } }: { lines: Lines }) {
  const say = useSay(lineWords);
  const text = (units: bigint) => moneyText({ amount: decimalOf(units, digits), currency });
  return (
    <dl className="lines-totals number" aria-live="polite">
      <dt>{say("net")}</dt>
      <dd>{text(totals.net)}</dd>
      <dt>{say("tax")}</dt>
      <dd>{text(totals.tax)}</dd>
      <dt>{say("total")}</dt>
      <dd>
        <strong>{text(totals.amount)}</strong>
      </dd>
    </dl>
  );
}
