import { Skeleton } from "antd";
import { useState } from "react";
import type { BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { useRecord } from "~/kernel/records/records";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { editionFields } from "./editions";
import { redlineWords } from "./messages";
import { Redline } from "./Redline";
import { differences, type LinePair, linePairs } from "./redline";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** How a document differs from an earlier one: its edition before, the contract it supplements, or any other. */
export default function CompareTab({ object, record }: Props) {
  const say = useSay(redlineWords);
  const before = editionFields(object)
    .map(field => record[field.name] as Labelled | null)
    .find(Boolean);
  const [picked, setPicked] = useState<Labelled | null>(null);
  const other = picked ?? before ?? null;
  const read = useRecord(object.name, other?.id ?? null);
  return (
    <section className="compare" aria-label={say("tab")}>
      <div className="compare-with">
        <label htmlFor="compare-with">{say("with")}</label>
        <RecordPicker
          id="compare-with"
          object={object.name}
          value={other ? [other] : []}
          onChange={([chosen]) => setPicked(chosen ?? null)}
        />
      </div>
      {!other && <p className="quiet">{say("choose", { name: object.label })}</p>}
      {other && read.isPending && <Skeleton active />}
      {other && read.isError && <p className="quiet">{say("hidden")}</p>}
      {other && read.data && <Compared object={object} one={record} other={read.data} />}
    </section>
  );
}

const COLUMNS = ["name", "quantity", "unit", "price", "discount", "taxRate", "amount", "remarks"];

function Compared({ object, one, other }: { object: BusinessObject; one: RecordData; other: RecordData }) {
  const say = useSay(redlineWords);
  const language = useLanguage();
  const catalog = useCatalog();
  const nameOf = useNameOf(object);
  // Ids grow with time: the one with the greater is the later.
  const [earlier, later] = one.id > other.id ? [other, one] : [one, other];
  const fields = differences(object, earlier, later, language);
  const relation = object.relations.find(each => each.lines);
  const line = relation && catalog.find(relation.object);
  const linesOf = (record: RecordData) =>
    (relation ? (record[relation.name] as RecordData[] | undefined) : []) ?? [];
  const pairs = line ? linePairs(line, COLUMNS, linesOf(earlier), linesOf(later), language) : [];
  const changed = pairs.some(pair => pair.kind !== "same");
  const shown = COLUMNS.filter(column =>
    pairs.some(pair => pair.cells[column]?.some(piece => piece.text !== "")),
  );
  const columns: DataColumn<LinePair & { at: number }>[] = [
    ...shown.map(column => ({
      key: column,
      title: line?.fields.find(field => field.name === column)?.label ?? column,
      lead: column === "name",
      cell: (pair: LinePair) => <Redline pieces={pair.cells[column] ?? []} />,
    })),
    { key: "state", title: say("state"), cell: pair => say(pair.kind) },
  ];
  return (
    <>
      <p className="quiet">{say("legend", { earlier: nameOf(earlier), later: nameOf(later) })}</p>
      {fields.length === 0 && !changed && <p>{say("equal")}</p>}
      {fields.length > 0 && (
        <section>
          <h3>{say("terms")}</h3>
          <dl>
            {fields.map(({ field, label, pieces }) => (
              <Pair key={field} label={label}>
                <Redline pieces={pieces} />
              </Pair>
            ))}
          </dl>
        </section>
      )}
      {changed && (
        <section>
          <h3>{say("lines")}</h3>
          <DataTable
            label={say("lines")}
            columns={columns}
            rows={pairs.map((pair, at) => ({ ...pair, at }))}
            rowKey={pair => pair.at}
          />
        </section>
      )}
    </>
  );
}

function Pair({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="quiet">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
