import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject, Labelled, Money, RecordData } from "~/kernel/api/contract";
import { moneyText } from "~/kernel/fields/money/money";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { LINES } from "~/kernel/overrides/overrides";
import { mayChange } from "~/kernel/records/records";
import { groupDigits } from "~/kernel/text/decimals";
import { EmptyState } from "~/ui/EmptyState";
import { lineWords } from "./messages";
import { plain, rowOf } from "./rows";
import "./lines.css";

const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** What decides about the lines, and the lines. */
const ASKED = ["date", "currency", "taxIncluded", LINES];

const COLUMNS = ["product", "quantity", "delivered", "price", "discount", "taxRate", "amount"] as const;

const SUMS = ["net", "tax", "total"] as const;

/** The lines of a document as they stand on its paper. */
export default function LinesTab({ object, record }: Props) {
  const say = useSay(lineWords);
  const [editing, setEditing] = useState(false);
  const lines = (record.lines as RecordData[] | undefined) ?? [];
  const delivered = lines.some(line => Number(line.delivered ?? 0) > 0);
  const columns = COLUMNS.filter(column => delivered || column !== "delivered");
  const open = record.status === "draft" && mayChange(record, "edit");
  return (
    <section className="lines-shown" aria-label={say("lines")}>
      {open && (
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
          {say("edit")}
        </Button>
      )}
      {lines.length === 0 ? (
        <EmptyState title={say("none")} text={say("noneNext")} />
      ) : (
        <div className="lines-scroll">
          <table>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col" data-column={column}>
                    {say(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <Line key={line.id} line={line} delivered={delivered} />
              ))}
            </tbody>
            <tfoot>
              {SUMS.map(sum => (
                <tr key={sum} data-sum={sum}>
                  <th scope="row" colSpan={columns.length - 1}>
                    {say(sum)}
                  </th>
                  <td className="number">{record[sum] ? moneyText(record[sum] as Money) : ""}</td>
                </tr>
              ))}
            </tfoot>
          </table>
        </div>
      )}
      {editing && (
        <Suspense>
          <EditDialog
            object={object}
            record={record}
            only={ASKED}
            onClose={() => setEditing(false)}
            onSaved={() => setEditing(false)}
          />
        </Suspense>
      )}
    </section>
  );
}

function Line({ line, delivered }: { line: RecordData; delivered: boolean }) {
  const say = useSay(lineWords);
  const row = rowOf(line);
  const product = line.product as Labelled | null;
  return (
    <tr>
      <td>
        {product?.label ? <Link href={addressOf.record("product", product.id)}>{row.name}</Link> : row.name}
        <div className="lines-more quiet">
          {row.discount !== "0" && `${say("discount")} ${row.discount} · `}
          {say("taxRate")} {row.taxRate}
        </div>
        {row.remarks && <div className="quiet">{row.remarks}</div>}
      </td>
      <td className="number">
        {groupDigits(row.quantity)} {row.unit}
      </td>
      {delivered && <td className="number">{groupDigits(plain(line.delivered ?? "0"))}</td>}
      <td className="number">{groupDigits(row.price)}</td>
      <td className="number" data-column="discount">
        {row.discount === "0" ? "" : row.discount}
      </td>
      <td className="number" data-column="taxRate">
        {row.taxRate}
      </td>
      <td className="number">{line.amount ? moneyText(line.amount as Money) : ""}</td>
    </tr>
  );
}
