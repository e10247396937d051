import type { BusinessObject, Labelled, Money, RecordData } from "~/kernel/api/contract";
import { moneyText } from "~/kernel/fields/money/money";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { LINES } from "~/kernel/overrides/overrides";
import { LinesShown } from "~/kernel/record/LinesShown";
import type { DataColumn } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { paymentWords } from "./messages";
import "./matches.css";

/** What is asked beside what a payment settles. */
const ASKED = ["amount", LINES];

/** What the payment has settled. */
export default function MatchesTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(paymentWords);
  const next =
    record.status === "confirmed" ? "noneNext" : record.status === "waiting" ? "waitingNext" : null;
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
    <LinesShown
      object={object}
      record={record}
      label={say("settles")}
      columns={columns}
      rows={record.matches as RecordData[] | undefined}
      empty={<EmptyState title={say("none")} text={next && say(next)} />}
      edit={say("edit")}
      open={record.status === "confirmed"}
      asked={ASKED}
    />
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
