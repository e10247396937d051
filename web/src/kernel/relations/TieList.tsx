import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject, RecordData, RelationEdge, Surroundings } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { mayChange, useRecord } from "~/kernel/records/records";
import { ColorTag } from "~/ui/ColorTag";
import { EmptyState } from "~/ui/EmptyState";
import { relationWords } from "./messages";
import { kindsOf, type Tie, tiesOf } from "./network";

const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

interface Props {
  object: BusinessObject;
  record: RecordData;
  network: Surroundings;
}

/** The ties of a record, kind by kind; what lives within the record has a list of its own. */
export function TieList({ object, record, network }: Props) {
  const say = useSay(relationWords);
  const [editing, setEditing] = useState<RelationEdge["record"]>(null);
  const inner = new Set(object.relations.map(relation => `${relation.object}.${relation.field}`));
  const ties = tiesOf(network, `${object.name}:${record.id}`).filter(tie => !inner.has(tie.edge.kind));
  const kinds = kindsOf(ties.map(tie => tie.edge));
  if (ties.length === 0) return <EmptyState title={say("none")} text={say("noneNext")} />;
  return (
    <>
      {kinds.map(kind => (
        <section key={kind.kind} className="ties">
          <h2>
            {kind.label} <span className="quiet">{kind.count}</span>
          </h2>
          <ul>
            {ties
              .filter(tie => tie.edge.kind === kind.kind)
              .map(tie => (
                <TieLine key={tie.edge.key} tie={tie} onEdit={() => setEditing(tie.edge.record)} />
              ))}
          </ul>
        </section>
      ))}
      {network.more && <p className="quiet">{say("more")}</p>}
      {editing && <EditTie of={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function TieLine({ tie: { edge, other, word, back }, onEdit }: { tie: Tie; onEdit: () => void }) {
  const say = useSay(relationWords);
  const name = other.label ?? `#${other.id}`;
  return (
    <li className="tie">
      <div className="tie-body">
        <span className="tie-name">
          <Link href={addressOf.record(other.object, other.id)}>{name}</Link>
          <ColorTag>{word ?? back ?? edge.label}</ColorTag>
          {(edge.record ? edge.note : other.detail) && (
            <span className="quiet">{edge.record ? edge.note : other.detail}</span>
          )}
        </span>
        <span className="tie-more quiet">
          {edge.until !== null && edge.until < today() && <span>{say("ended")}</span>}
          {edge.since && <span>{say("since", { date: edge.since })}</span>}
          {edge.until && <span>{say("until", { date: edge.until })}</span>}
          {other.owner?.label && <span>{say("owner", { name: other.owner.label })}</span>}
        </span>
      </div>
      {edge.record && (
        <Button
          type="text"
          size="small"
          icon={<EditOutlined aria-hidden />}
          aria-label={say("editTie", { name })}
          onClick={onEdit}
        />
      )}
    </li>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The record behind a tie; for who may only look at it, its form says so at every field. */
function EditTie({ of, onClose }: { of: NonNullable<RelationEdge["record"]>; onClose: () => void }) {
  const object = useCatalog().find(of.object);
  const record = useRecord(of.object, of.id).data;
  if (!object || !record || !mayChange(record, "edit")) return null;
  return (
    <Suspense>
      <EditDialog object={object} record={record} onClose={onClose} onSaved={onClose} />
    </Suspense>
  );
}
