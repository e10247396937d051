import { FilterOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Popover } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import type { BusinessObject, Filter, RecordData, Relation, Sort } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { queryOf, sortedBy } from "~/kernel/list/arrangement";
import { CardList } from "~/kernel/list/cards/CardList";
import { type ListColumn, moveColumn, resizeColumn, shiftColumn } from "~/kernel/list/columns";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { allOf, countConditions } from "~/kernel/list/filter/filterTree";
import { gridColumns } from "~/kernel/list/grid/columns";
import { Grid } from "~/kernel/list/grid/Grid";
import { GridFoot } from "~/kernel/list/grid/GridFoot";
import { listWords } from "~/kernel/list/messages";
import { fieldsToRead, useRows } from "~/kernel/list/rows/useRows";
import { useCellEdits } from "~/kernel/list/useCellEdits";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { mayAdd, refreshRecords } from "~/kernel/records/records";
import { EmptyState } from "~/ui/EmptyState";
import { SearchBox } from "~/ui/SearchBox";
import { useNarrow } from "~/ui/useNarrow";
import { recordWords } from "../messages";
import { leaveTrail } from "../trail";
import { childrenOf, parentValue, sharedValues } from "./relations";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));
const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

interface Props {
  object: BusinessObject;
  record: RecordData;
  relation: Relation;
}

/** The children of a record as a list one can search, filter, edit in place and add to. */
export function RelatedList({ object, record, relation }: Props) {
  const child = useCatalog().find(relation.object);
  return child ? <Children object={object} record={record} relation={relation} child={child} /> : null;
}

function Children({ object, record, relation, child }: Props & { child: BusinessObject }) {
  const say = useSay(recordWords);
  const sayList = useSay(listWords);
  const narrow = useNarrow();
  const go = useGo();
  const queries = useQueryClient();
  const nameOf = useNameOf(object);
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<Filter | null>(null);
  const [sort, setSort] = useState<Sort[]>(child.list.sort);
  const [listed, setListed] = useState<ListColumn[]>(() =>
    child.list.columns.filter(name => name !== relation.field).map(field => ({ field })),
  );
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<RecordData | null>(null);

  const columns = useMemo(() => gridColumns(child, listed), [child, listed]);
  const query = useMemo(() => {
    const own = childrenOf(child, relation.field, { object: object.name, id: record.id });
    const asked = {
      kind: "table" as const,
      columns: listed,
      groupBy: null,
      sort,
      filter: allOf(own, filter),
    };
    return queryOf(
      asked,
      search,
      fieldsToRead(
        child,
        columns.map(column => column.field),
        narrow,
      ),
    );
  }, [child, relation.field, object.name, record.id, listed, sort, filter, search, columns, narrow]);
  const rows = useRows(child.name, query);
  const { edit, errors, dialog } = useCellEdits(child, rows.patch);

  // What has no list of its own has no page either: it is edited where it is.
  function open(opened: RecordData) {
    if (child.application === null) return setEditing(opened);
    const address = window.location.pathname + window.location.search;
    leaveTrail({ object: child.name, ids: rows.rows.map(row => row.id), address });
    go(addressOf.record(child.name, opened.id));
  }

  const narrowed = Boolean(search || filter);
  const none = !rows.pending && !rows.stale && rows.rows.length === 0;
  const conditions = countConditions(filter);
  return (
    <div className="related">
      <div className="related-tools">
        <SearchBox
          value={search}
          label={say("searchRelated", { name: relation.label })}
          className="related-search"
          onChange={setSearch}
        />
        <Popover
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          destroyOnHidden
          content={
            <div className="filter-panel">
              <FilterBuilder object={child} filter={filter} onChange={setFilter} />
            </div>
          }
        >
          <Button icon={<FilterOutlined aria-hidden />}>
            {conditions ? sayList("filterCount", { count: conditions }) : sayList("filter")}
          </Button>
        </Popover>
        {mayAdd(child, record) && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {say("addRelated", { name: child.label })}
          </Button>
        )}
      </div>
      {rows.error ? (
        <EmptyState title={rows.error.message} />
      ) : none ? (
        <EmptyState
          title={
            narrowed
              ? sayList("nothingMatches", { name: relation.label })
              : say("noRelated", { name: relation.label })
          }
          text={narrowed ? sayList("nothingMatchesNext") : say("noRelatedNext")}
        />
      ) : narrow ? (
        <CardList object={child} query={query} rows={rows} place={placeOf(record, relation)} onOpen={open} />
      ) : (
        <Grid
          object={child}
          label={sayList("listOf", { name: relation.label })}
          columns={columns}
          rows={rows.rows}
          total={rows.count?.exact ? rows.count.value : undefined}
          more={rows.pending || rows.more}
          loadMore={rows.loadMore}
          sort={sort}
          frozen={false}
          dense={false}
          waiting={rows.stale}
          opened={null}
          errors={errors}
          place={placeOf(record, relation)}
          onOpen={open}
          onEdit={(row, column, value) => edit(row, column.field, value)}
          onSort={(field, also) => setSort(sortedBy(sort, field, also))}
          onResize={(field, width) => setListed(resizeColumn(listed, field, width))}
          onMove={(field, before) => setListed(moveColumn(listed, field, before))}
          onShift={(field, by) => setListed(shiftColumn(listed, field, by))}
          footer={
            <GridFoot object={child} columns={columns} query={query} count={rows.count} check={false} />
          }
        />
      )}
      {dialog}
      {creating && (
        <Suspense>
          <CreateDialog
            object={child}
            initial={{
              ...sharedValues(child, object, record),
              ...parentValue(child, relation.field, {
                object: object.name,
                id: record.id,
                label: nameOf(record),
              }),
            }}
            repeatable
            onClose={() => setCreating(false)}
            onCreated={() => {
              setCreating(false);
              void refreshRecords(queries);
            }}
          />
        </Suspense>
      )}
      {editing && (
        <Suspense>
          <EditDialog
            object={child}
            record={editing}
            onClose={() => setEditing(null)}
            onSaved={() => setEditing(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

function placeOf(record: RecordData, relation: Relation): string {
  return `${record.id} ${relation.name}`;
}
