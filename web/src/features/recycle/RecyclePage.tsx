import { DeleteOutlined, RollbackOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { RecordCard } from "~/kernel/list/cards/RecordCard";
import { fieldsToRead, useRows } from "~/kernel/list/rows/useRows";
import { useMergedInto } from "~/kernel/merging/merging";
import { mergeWords } from "~/kernel/merging/messages";
import { addressOf, Link, useAddressState } from "~/kernel/navigation/navigation";
import { usePersonName } from "~/kernel/people/personName";
import { purgeRecords, refreshRecords, restoreRecord, restoreRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
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
  const { settings, user } = useSession();
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const { modal, message } = App.useApp();
  const personName = usePersonName();
  const [address, setAddress] = useAddressState();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const search = address.search ?? "";
  const rows = useRows(object.name, {
    deleted: true,
    ...(search ? { search } : {}),
    // What lies here was last touched by being deleted.
    fields: [...new Set([...fieldsToRead(object, [], true), "updatedAt", "updatedBy"])],
  });
  const nameOf = useNameOf(object);

  const sayMerge = useSay(mergeWords);
  const mergedInto = useMergedInto(
    object.name,
    rows.rows.map(row => row.id).slice(0, 500),
    object.fields.some(field => field.identifying),
  );
  const chosen = rows.rows.filter(row => selected.has(row.id));

  async function gone(ids: number[]) {
    rows.drop(ids);
    setSelected(new Set());
    await refreshRecords(queries);
  }

  const restore = (record: RecordData) =>
    act(async () => {
      await restoreRecord(object.name, record.id, { said: say("restored", { name: nameOf(record) }) });
      await gone([record.id]);
    });

  const restoreChosen = () =>
    act(async () => {
      const ids = chosen.map(record => record.id);
      const operation = await restoreRecords(object.name, ids, say("restoredSome", { count: ids.length }));
      if (operation.failed > 0) message.warning(say("restoreFailed", { count: operation.failed }));
      await gone(ids);
    });

  const purge = (records: RecordData[]) =>
    modal.confirm({
      title: say("purgeAsk", { count: records.length }),
      content: say("purgeNote"),
      okText: say("purgeDo"),
      okButtonProps: { danger: true },
      onOk: () =>
        act(async () => {
          const ids = records.map(record => record.id);
          const { purged, held } = await purgeRecords(object.name, ids);
          if (held.length > 0) {
            message.warning(say("held", { names: held.map(one => one.label ?? `#${one.id}`).join("、") }));
          } else {
            message.success(say("purged", { count: purged }));
          }
          await gone(ids.filter(id => held.every(one => one.id !== id)));
        }),
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
          {rows.rows.length > 0 && (
            <Checkbox
              checked={selected.size === rows.rows.length}
              indeterminate={selected.size > 0 && selected.size < rows.rows.length}
              onChange={event =>
                setSelected(new Set(event.target.checked ? rows.rows.map(row => row.id) : []))
              }
            >
              {say("selectAll")}
            </Checkbox>
          )}
          {selected.size > 0 && (
            <>
              <Button
                icon={<RollbackOutlined aria-hidden />}
                loading={busy}
                onClick={() => void restoreChosen()}
              >
                {say("restoreSelected", { count: selected.size })}
              </Button>
              {user.administrator && (
                <Button
                  danger
                  icon={<DeleteOutlined aria-hidden />}
                  loading={busy}
                  onClick={() => purge(chosen)}
                >
                  {say("purgeSelected", { count: selected.size })}
                </Button>
              )}
            </>
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
                <p className="quiet number">
                  {say("deletedBy", {
                    who: personName(record.updatedBy as Labelled | null),
                    when: wallTime(String(record.updatedAt)),
                  })}
                </p>
                {mergedInto.data?.has(record.id) && (
                  <p className="quiet">
                    {sayMerge("mergedInto")}{" "}
                    <Link href={addressOf.record(object.name, mergedInto.data.get(record.id)?.id ?? 0)}>
                      {mergedInto.data.get(record.id)?.label}
                    </Link>
                  </p>
                )}
              </div>
              <Button
                icon={<RollbackOutlined aria-hidden />}
                aria-label={say("restoreOne", { name: nameOf(record) })}
                onClick={() => void restore(record)}
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
