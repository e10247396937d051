import { RollbackOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { RecordCard } from "~/kernel/list/cards/RecordCard";
import { fieldsToRead, useRows } from "~/kernel/list/rows/useRows";
import { addressOf, Link, useAddressState } from "~/kernel/navigation/navigation";
import { refreshRecords, restoreRecord } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { recycleWords } from "./messages";
import "./recycle.css";

/** The deleted records of an object, to be restored. */
export default function RecyclePage({ params }: { params: Record<string, string> }) {
  const say = useSay(recycleWords);
  const object = useObject(params.object ?? "");
  if (!object) return <EmptyState title={say("nothingFound")} />;
  if (!object.verbs.delete) return <EmptyState title={say("notAllowed", { name: object.plural })} />;
  return <Recycled key={object.name} object={object} />;
}

function Recycled({ object }: { object: BusinessObject }) {
  const say = useSay(recycleWords);
  const { settings } = useSession();
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const [address, setAddress] = useAddressState();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const search = address.search ?? "";
  const rows = useRows(object.name, {
    deleted: true,
    ...(search ? { search } : {}),
    fields: fieldsToRead(object, [], true),
  });
  const nameOf = useNameOf(object);

  const restore = (records: RecordData[]) =>
    act(async () => {
      const [only] = records;
      const one = records.length === 1 && only;
      for (const record of records) {
        const last = record === records.at(-1);
        const said = one
          ? say("restored", { name: nameOf(one) })
          : say("restoredSome", { count: records.length });
        await restoreRecord(object.name, record.id, { said: last ? said : null });
      }
      rows.drop(records.map(record => record.id));
      setSelected(new Set());
      await refreshRecords(queries);
    });

  function toggle(id: number, on: boolean) {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  }

  return (
    <Page
      title={say("title", { name: object.plural })}
      text={say("text", { days: settings.recycleDays })}
      actions={<Link href={addressOf.list(object.name)}>{say("back", { name: object.plural })}</Link>}
    >
      <Panel>
        <div className="recycle-tools">
          <SearchBox
            value={search}
            label={say("search")}
            className="recycle-search"
            onChange={text => setAddress({ search: text || null }, { replace: true })}
          />
          {selected.size > 0 && (
            <Button
              icon={<RollbackOutlined aria-hidden />}
              loading={busy}
              onClick={() => void restore(rows.rows.filter(row => selected.has(row.id)))}
            >
              {say("restoreSelected", { count: selected.size })}
            </Button>
          )}
        </div>
        {rows.pending && <Skeleton active />}
        {rows.error && <EmptyState title={rows.error.message} />}
        {!rows.pending && !rows.error && rows.rows.length === 0 && (
          <EmptyState
            title={search ? say("nothingFound") : say("empty")}
            text={search ? undefined : say("emptyText", { name: object.plural })}
          />
        )}
        <ul className="recycled">
          {rows.rows.map(record => (
            <li key={record.id}>
              <Checkbox
                checked={selected.has(record.id)}
                aria-label={say("select", { name: nameOf(record) })}
                onChange={event => toggle(record.id, event.target.checked)}
              />
              <div className="recycled-card">
                <RecordCard object={object} record={record} onOpen={null} />
              </div>
              <Button
                icon={<RollbackOutlined aria-hidden />}
                aria-label={say("restoreOne", { name: nameOf(record) })}
                onClick={() => void restore([record])}
              >
                {say("restore")}
              </Button>
            </li>
          ))}
        </ul>
        {rows.more && (
          <Button type="link" onClick={rows.loadMore}>
            {say("more")}
          </Button>
        )}
      </Panel>
    </Page>
  );
}
