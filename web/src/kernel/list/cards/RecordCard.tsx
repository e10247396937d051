import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useOverrides } from "~/kernel/overrides/overrides";
import "./cards.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
  /** Left out because the surroundings say it, as the column of a board does. */
  without?: string;
  /** `null` where the record cannot be opened, as in the recycle bin. */
  onOpen: ((record: RecordData) => void) | null;
}

/** A record in a few lines: its name, and what one asks first about it. */
export function RecordCard({ object, record, without, onOpen }: Props) {
  const { Card } = useOverrides(object.name);
  const name = useNameOf(object)(record);
  return (
    <>
      {onOpen ? (
        <Link
          href={addressOf.record(object.name, record.id)}
          className="card-title"
          onClick={event => {
            if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(record);
          }}
        >
          {name}
        </Link>
      ) : (
        <span className="card-title">{name}</span>
      )}
      {Card ? (
        <Card object={object} record={record} />
      ) : (
        <div className="card-facts">
          {cardFields(object, without).map(field =>
            isEmpty(record[field.name]) ? null : (
              <span key={field.name} className="card-fact" title={field.label}>
                <span className="sr-only">{field.label}</span>
                <FieldCell field={field} value={record[field.name]} record={record} object={object.name} />
              </span>
            ),
          )}
        </div>
      )}
    </>
  );
}

/** The headline and then the first columns, as many as a card has room for. */
export function cardFields(object: BusinessObject, without?: string): Field[] {
  const names = [...object.headline, ...object.list.columns];
  return [...new Set(names)]
    .filter(name => name !== object.titleField && name !== without)
    .map(name => fieldOf(object, name))
    .filter(field => field !== undefined)
    .slice(0, 5);
}
