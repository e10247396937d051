import type { BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { LINES } from "~/kernel/overrides/overrides";
import { LinesShown } from "~/kernel/record/LinesShown";
import { groupDigits } from "~/kernel/text/decimals";
import type { DataColumn } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { deliveryWords } from "./messages";
import { plain } from "./parts";
import "./parts.css";

/** What is asked beside what was sent. */
const ASKED = ["sentOn", LINES];

/** What a delivery contains. */
export default function PartsTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(deliveryWords);
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
    <LinesShown
      object={object}
      record={record}
      label={say("parts")}
      columns={columns}
      rows={record.lines as RecordData[] | undefined}
      empty={<EmptyState title={say("none")} />}
      edit={say("edit")}
      open={record.status === "sent"}
      asked={ASKED}
    />
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
