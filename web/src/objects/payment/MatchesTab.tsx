import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject, Labelled, Money, RecordData } from "~/kernel/api/contract";
import { moneyText } from "~/kernel/fields/money/money";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { LINES } from "~/kernel/overrides/overrides";
import { mayChange } from "~/kernel/records/records";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { paymentWords } from "./messages";
import "./matches.css";

const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

/** What is asked beside what a payment settles. */
const ASKED = ["amount", LINES];

/** What the payment has settled. */
export default function MatchesTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(paymentWords);
  const [editing, setEditing] = useState(false);
  const matches = (record.matches as RecordData[] | undefined) ?? [];
  const columns: DataColumn<RecordData>[] = [
    { key: "what", title: say("what"), lead: true, cell: match => <Bill match={match} /> },
    {
      key: "amount",
      title: say("amount"),
      numeric: true,
      cell: match => moneyText(match.amount as Money),
    },
  ];
  return (
    <section className="matches-shown" aria-label={say("settles")}>
      {record.status === "confirmed" && mayChange(record, "edit") && (
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
          {say("edit")}
        </Button>
      )}
      <DataTable
        label={say("settles")}
        columns={columns}
        rows={matches}
        rowKey={match => match.id}
        empty={<EmptyState title={say("none")} text={record.status === "confirmed" && say("noneNext")} />}
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

function Bill({ match }: { match: RecordData }) {
  const say = useSay(paymentWords);
  const object = match.contract ? "contract" : "order";
  const bill = match[object] as Labelled | null;
  const plan = match.plan as Labelled | null;
  return (
    <>
      {bill && <Link href={addressOf.record(object, bill.id)}>{bill.label ?? `#${bill.id}`}</Link>}{" "}
      <span className="quiet">{plan ? plan.label : say("whole")}</span>
    </>
  );
}
