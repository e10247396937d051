import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { type KeyboardEvent, useId } from "react";
import { moneyText } from "~/kernel/fields/money/money";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { compareDecimals, parseDecimal } from "~/kernel/text/decimals";
import { decimalOf } from "~/kernel/text/units";
import { lineWords } from "./messages";
import type { LineRow } from "./rows";
import type { Lines } from "./useLines";

const NUMBERS = ["quantity", "price", "discount", "taxRate"] as const;

interface Props {
  lines: Lines;
  row: LineRow;
  at: number;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One line: on the desk a row, on the phone a card. */
export function LineFields({ lines, row, at, onKeyDown }: Props) {
  const say = useSay(lineWords);
  const id = useId();
  const line = at + 1;
  const amount = lines.amounts[at];
  const errors = ["id", "product", "name", ...NUMBERS]
    .map(field => lines.errorOf(row, field))
    .filter(Boolean);
  return (
    <div className="lines-row" data-wrong={errors.length > 0}>
      <span className="lines-number quiet number">{line}</span>
      <div className="lines-what">
        <RecordPicker
          id={`${id}-product`}
          object="product"
          label={say("of", { line, what: say("product") })}
          value={row.product ? [row.product] : []}
          invalid={Boolean(lines.errorOf(row, "product"))}
          onChange={products => void lines.put(row, products[0] ?? null)}
        />
        <Input
          aria-label={say("of", { line, what: say("name") })}
          placeholder={say("name")}
          value={row.name}
          status={lines.errorOf(row, "name") ? "error" : undefined}
          onChange={event => lines.edit(row, { name: event.target.value })}
        />
      </div>
      {NUMBERS.map(column => (
        <NumberField key={column} lines={lines} row={row} at={at} column={column} onKeyDown={onKeyDown} />
      ))}
      <span className="lines-amount number">
        {amount && moneyText({ amount: decimalOf(amount.amount, lines.digits), currency: lines.currency })}
      </span>
      <span className="lines-acts">
        <Button
          type="text"
          icon={<ArrowUpOutlined />}
          aria-label={say("up", { line })}
          disabled={at === 0}
          onClick={() => lines.move(row, -1)}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined />}
          aria-label={say("down", { line })}
          disabled={at === lines.rows.length - 1}
          onClick={() => lines.move(row, 1)}
        />
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={say("remove", { line })}
          onClick={() => lines.remove(row)}
        />
      </span>
      {errors.length > 0 && (
        <p className="lines-error" role="alert">
          {errors.join(" ")}
        </p>
      )}
      <FloorNote lines={lines} row={row} />
    </div>
  );
}

function NumberField({ lines, row, at, column, onKeyDown }: Props & { column: (typeof NUMBERS)[number] }) {
  const say = useSay(lineWords);
  return (
    <div className="lines-field" data-column={column}>
      <span className="quiet" aria-hidden>
        {say(column)}
      </span>
      <Input
        aria-label={say("of", { line: at + 1, what: say(column) })}
        className="number"
        inputMode="decimal"
        data-at={`${at},${column}`}
        value={row[column]}
        status={lines.errorOf(row, column) ? "error" : undefined}
        onKeyDown={onKeyDown}
        onFocus={event => event.target.select()}
        onChange={event =>
          lines.edit(row, {
            [column]: event.target.value,
            ...(column === "price" ? { priced: "hand" as const } : {}),
          })
        }
        onBlur={() => {
          const read = parseDecimal(row[column]);
          if (read !== undefined && read !== row[column]) lines.edit(row, { [column]: read });
        }}
      />
    </div>
  );
}

/** Told while the price is typed, not only when somebody has to approve it. */
function FloorNote({ lines, row }: Pick<Props, "lines" | "row">) {
  const say = useSay(lineWords);
  const price = parseDecimal(row.price);
  const discount = Number(parseDecimal(row.discount) ?? "0");
  if (!row.floor || price === undefined) return null;
  const real = discount > 0 ? String((Number(price) * (100 - discount)) / 100) : price;
  if (compareDecimals(real, row.floor) >= 0) return null;
  return (
    <p className="lines-note">
      {say("belowFloor", { floor: moneyText({ amount: row.floor, currency: lines.currency }) })}
    </p>
  );
}
