import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { LINES } from "~/kernel/overrides/overrides";
import { mayChange } from "~/kernel/records/records";
import { groupDigits } from "~/kernel/text/decimals";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { deliveryWords } from "./messages";
import { plain } from "./parts";
import "./parts.css";

const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

/** What is asked beside what was sent. */
const ASKED = ["sentOn", LINES];

/** What a delivery contains. */
export default function PartsTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(deliveryWords);
  const [editing, setEditing] = useState(false);
  const lines = (record.lines as RecordData[] | undefined) ?? [];
  const columns: DataColumn<RecordData>[] = [
    { key: "product", title: say("product"), lead: true, cell: line => <Product line={line} /> },
    {
      key: "quantity",
      title: say("sent"),
      numeric: true,
      cell: line => `${groupDigits(plain(String(line.quantity)))} ${line.unit ?? ""}`,
    },
  ];
  return (
    <section className="parts-shown" aria-label={say("parts")}>
      {record.status === "sent" && mayChange(record, "edit") && (
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
          {say("edit")}
        </Button>
      )}
      <DataTable
        label={say("parts")}
        columns={columns}
        rows={lines}
        rowKey={line => line.id}
        empty={<EmptyState title={say("none")} />}
      />
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

function Product({ line }: { line: RecordData }) {
  const product = line.product as Labelled | null;
  return (
    <>
      {product?.label ? (
        <Link href={addressOf.record("product", product.id)}>{String(line.name)}</Link>
      ) : (
        String(line.name)
      )}
      {line.remarks ? <div className="quiet">{String(line.remarks)}</div> : null}
    </>
  );
}
