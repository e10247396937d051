import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type {
  BusinessObject,
  Field,
  Overview as Figures,
  KeyFigure,
  RecordData,
} from "~/kernel/api/contract";
import { type Catalog, fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";
import { recordWords } from "../messages";
import { ATTACHMENT } from "../related/relations";
import "./overview.css";

/** What a record comes to in a few numbers; each leads to the records below it. */
export function Overview({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(recordWords);
  const answer = useQuery({
    queryKey: [...recordKeys.one(object.name, record.id), "overview"],
    queryFn: ({ signal }) => api.get<Figures>(`/records/${object.name}/${record.id}/overview`, signal),
  });
  const told = new Set(object.headline);
  const figures = (answer.data?.figures ?? []).filter(figure => !figure.field || !told.has(figure.field));
  if (figures.length === 0) return null;
  return (
    <section className="overview" aria-label={say("keyFigures")}>
      <dl>
        {figures.map(figure => (
          <div key={figure.name} className="overview-figure">
            <dt>{figure.label}</dt>
            <dd>
              <Value object={object} record={record} figure={figure} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({
  object,
  record,
  figure,
}: {
  object: BusinessObject;
  record: RecordData;
  figure: KeyFigure;
}) {
  const catalog = useCatalog();
  const field = (figure.field && fieldOf(object, figure.field)) || asField(figure);
  const cell = <FieldCell field={field} value={figure.value} record={record} object={object.name} />;
  const href = figure.records && addressOfBelow(catalog, object, record, figure.records);
  return href ? <Link href={href}>{cell}</Link> : cell;
}

/** What has no list of its own is shown in a tab of the record. */
function addressOfBelow(
  catalog: Catalog,
  object: BusinessObject,
  record: RecordData,
  records: NonNullable<KeyFigure["records"]>,
): string | null {
  if (catalog.find(records.object)?.application) {
    return addressOf.list(records.object) + writeQuery({ filter: JSON.stringify(records.filter) });
  }
  const relation = object.relations.find(one => one.object === records.object);
  const tab = records.object === ATTACHMENT ? "files" : relation?.name;
  return tab ? addressOf.record(object.name, record.id) + writeQuery({ tab }) : null;
}

/** A figure that is no field of the record reads as a field of its kind would. */
function asField({ name, label, kind }: KeyFigure): Field {
  return { name, label, kind: kind as Field["kind"], required: false, right: "read", filterable: false };
}
