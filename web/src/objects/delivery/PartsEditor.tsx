import { Button, Input, Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { Labelled, RecordData } from "~/kernel/api/contract";
import type { RecordForm } from "~/kernel/forms/useRecordForm";
import { useSay } from "~/kernel/i18n/language";
import { useRecord, useRecordPage } from "~/kernel/records/records";
import { groupDigits, parseDecimal } from "~/kernel/text/decimals";
import { deliveryWords } from "./messages";
import { chosen, filled, isBeyond, openOf, type Part, partsOf, wireOf } from "./parts";
import "./parts.css";

/** As many lines as an order has at most. */
const MOST = 500;

/** What is sent, of what is open of the order. */
export default function PartsEditor({ form }: { form: RecordForm }) {
  const say = useSay(deliveryWords);
  const { object, record, draft } = form;
  const carried = record?.lines as RecordData[] | undefined;
  const read = useRecord(object.name, record && !carried ? record.id : null);
  const sent = record ? (carried ?? (read.data?.lines as RecordData[] | undefined)) : null;
  const order = (draft.order as Labelled | null | undefined)?.id;
  const ordered = useRecordPage(
    "order-line",
    {
      filter: { field: "document", op: "eq", value: order ?? 0 },
      sort: [{ field: "position", descending: false }],
      limit: MOST,
    },
    { enabled: order !== undefined },
  );
  if (order === undefined) return <p className="quiet">{say("choose")}</p>;
  if (ordered.isPending || ordered.isPlaceholderData || sent === undefined)
    return <Skeleton active paragraph={{ rows: 2 }} />;
  const parts = partsOf(ordered.data?.items ?? [], sent);
  return (
    <fieldset className="parts">
      <legend>{say("parts")}</legend>
      {parts.length === 0 ? (
        <p className="quiet">{say("nothingOpen")}</p>
      ) : (
        // Another order has other lines; what was typed for them goes with them.
        <Rows key={order} form={form} start={parts} />
      )}
    </fieldset>
  );
}

function Rows({ form, start }: { form: RecordForm; start: Part[] }) {
  const say = useSay(deliveryWords);
  const [parts, setParts] = useState(start);
  const { set } = form;
  const isNew = !form.record;

  // Of a new delivery all that is open is sent until somebody says otherwise; another order has other lines.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each order
  useEffect(() => {
    if (isNew) set("lines", undefined);
  }, []);

  function change(next: Part[]) {
    setParts(next);
    set("lines", wireOf(next));
  }

  const sent = chosen(parts);
  return (
    <>
      {isNew && <p className="quiet">{say("lead")}</p>}
      <ul className="parts-rows">
        {parts.map(part => {
          const at = sent.indexOf(part);
          const error = ["quantity", "ordered", "id"]
            .map(field => form.errors[`lines[${at}].${field}`]?.message)
            .find(Boolean);
          const beyond = isBeyond(part) && say("tooMuch", { quantity: openOf(part) });
          return (
            <li key={part.key}>
              <span>
                {part.name}
                <small className="quiet">
                  {say("ordered")} {groupDigits(part.ordered)} · {say("open")} {groupDigits(openOf(part))}{" "}
                  {part.unit}
                </small>
              </span>
              <Input
                aria-label={say("of", { what: part.name })}
                inputMode="decimal"
                value={part.quantity}
                suffix={part.unit || undefined}
                status={error || beyond ? "error" : undefined}
                onChange={event =>
                  change(
                    parts.map(other => (other === part ? { ...part, quantity: event.target.value } : other)),
                  )
                }
                onBlur={() => {
                  const read = parseDecimal(part.quantity);
                  if (read !== undefined && read !== part.quantity)
                    change(parts.map(other => (other === part ? { ...part, quantity: read } : other)));
                }}
              />
              {(error || beyond) && (
                <p className="parts-error" role="alert">
                  {error || beyond}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <div className="parts-foot">
        <Button onClick={() => change(filled(parts, true))}>{say("all")}</Button>
        <Button type="text" onClick={() => change(filled(parts, false))}>
          {say("clear")}
        </Button>
      </div>
    </>
  );
}
