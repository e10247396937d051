import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import type { BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { mayChange, refreshRecords, useRecordPage } from "~/kernel/records/records";
import { EmptyState } from "~/ui/EmptyState";
import { forest } from "../forest";
import { customerWords } from "../messages";
import { Branches, SHOWN } from "./Branches";
import { GroupTotals } from "./GroupTotals";
import { groupFilter, useTop } from "./group";
import { useDeals, useOwed } from "./sums";
import "./group.css";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

const MOST = 500;

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** The group a customer belongs to: what it adds up to, and who stands under whom. */
export default function GroupTab({ object, record }: Props) {
  const say = useSay(customerWords);
  const sayCommon = useSay(common);
  const top = useTop(record);
  if (top.error) {
    return (
      <EmptyState title={top.error.message}>
        <Button onClick={() => void top.refetch()}>{sayCommon("retry")}</Button>
      </EmptyState>
    );
  }
  return top.data ? (
    <Group object={object} record={record} top={top.data} />
  ) : (
    <Skeleton active aria-label={say("group")} />
  );
}

function Group({ object, record, top }: Props & { top: RecordData }) {
  const say = useSay(customerWords);
  const queries = useQueryClient();
  const nameOf = useNameOf(object);
  const [adding, setAdding] = useState(false);
  const fields = ["parent", ...SHOWN].filter(name => fieldOf(object, name));
  const members = useRecordPage(object.name, {
    filter: groupFilter(top.id),
    fields: [object.titleField, ...fields],
    sort: [{ field: object.titleField, descending: false }],
    limit: MOST,
    count: "none",
  });
  const branches = useMemo(
    () =>
      forest(
        members.data?.items ?? [],
        each => each.id,
        each => (each.id === top.id ? null : ((each.parent as Labelled | null)?.id ?? null)),
      ),
    [members.data, top.id],
  );

  const deals = useDeals(top.id, branches);
  const owed = useOwed(top.id, branches);

  return (
    <div className="group">
      <GroupTotals object={object} top={top} />
      <div className="group-tools">
        {object.verbs.create && mayChange(record, "edit") && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {say("addBelow")}
          </Button>
        )}
      </div>
      {members.error && <EmptyState title={members.error.message} />}
      {members.data && branches.length === 1 && branches[0]?.below.length === 0 && (
        <p className="quiet">{say("noGroup")}</p>
      )}
      <Branches
        object={object}
        branches={branches}
        deals={deals}
        owed={owed}
        current={record.id}
        label={say("groupOf", { name: nameOf(top) })}
      />
      {members.data?.next && <p className="quiet">{say("groupMore", { count: MOST })}</p>}
      {adding && (
        <Suspense>
          <CreateDialog
            object={object}
            initial={{ parent: { id: record.id, label: nameOf(record) } }}
            repeatable
            onClose={() => setAdding(false)}
            onCreated={() => {
              setAdding(false);
              void refreshRecords(queries);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
