import { Button } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { leaveTrail } from "~/kernel/record/trail";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { useNarrow } from "~/ui/useNarrow";
import { queryOf, sortedBy } from "./arrangement";
import { BulkBar } from "./bulk/BulkBar";
import { CardList } from "./cards/CardList";
import { moveColumn, resizeColumn, shiftColumn } from "./columns";
import { gridColumns } from "./grid/columns";
import { Grid } from "./grid/Grid";
import { GridFoot } from "./grid/GridFoot";
import { listWords } from "./messages";
import { fieldsToRead, useRows } from "./rows/useRows";
import { isNothing, NOTHING, type Selection } from "./selection";
import type { ArrangedList } from "./useArrangement";
import { useCellEdits } from "./useCellEdits";

interface Props {
  object: BusinessObject;
  list: ArrangedList;
  frozen: boolean;
  opened: number | null;
  onOpen: (record: RecordData) => void;
  onSearchKey: () => void;
  /** In place of rows where there are none. */
  empty: ReactNode;
}

/** The records of a list as rows, or as cards on the phone. */
export function TableList({ object, list, frozen, opened, onOpen, onSearchKey, empty }: Props) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const narrow = useNarrow();
  const { preferences } = useSession();
  const { arrangement, arrange, search } = list;
  const columns = useMemo(() => gridColumns(object, arrangement.columns), [object, arrangement.columns]);
  const query = useMemo(() => {
    const fields = columns.map(column => column.field);
    return queryOf(arrangement, search, fieldsToRead(object, fields, narrow));
  }, [arrangement, search, object, columns, narrow]);
  const rows = useRows(object.name, query);
  const { edit, errors, dialog } = useCellEdits(object, rows.patch);
  const [selection, setSelection] = useState<Selection>(NOTHING);

  // A selection belongs to what was asked: another filter starts anew.
  const asked = JSON.stringify([query.filter, query.search]);
  const [selectedIn, setSelectedIn] = useState(asked);
  if (selectedIn !== asked) {
    setSelectedIn(asked);
    setSelection(NOTHING);
  }

  useEffect(() => {
    const { pathname, search: text } = window.location;
    const address = new URLSearchParams(text);
    address.delete("peek");
    const back = pathname + (address.size ? `?${address}` : "");
    const total = rows.count?.exact ? rows.count.value : undefined;
    leaveTrail({ object: object.name, ids: rows.rows.map(row => row.id), total, address: back });
  }, [object.name, rows.rows, rows.count]);

  // Going on from record to record beside the list reaches rows that were not read yet.
  const { loadMore } = rows;
  const left = rows.rows.length - rows.rows.findIndex(row => row.id === opened);
  useEffect(() => {
    if (opened !== null && left <= 3) loadMore();
  }, [opened, left, loadMore]);

  if (rows.error) {
    return (
      <EmptyState title={say("failed")} text={rows.error.message}>
        <Button onClick={rows.retry}>{sayCommon("retry")}</Button>
      </EmptyState>
    );
  }
  if (!rows.pending && !rows.stale && rows.rows.length === 0) return empty;

  const place = `${object.name} ${JSON.stringify({ ...query, fields: null })}`;
  if (narrow) {
    return <CardList key={place} object={object} query={query} rows={rows} place={place} onOpen={onOpen} />;
  }

  const selectable = object.verbs.edit || object.verbs.delete || object.verbs.transfer || object.verbs.export;
  return (
    <>
      {!isNothing(selection) && (
        <BulkBar
          object={object}
          query={query}
          selection={selection}
          loaded={rows.rows.length}
          columns={columns.map(column => column.field.name)}
          count={rows.count}
          onSelection={setSelection}
        />
      )}
      <Grid
        key={place}
        object={object}
        label={say("listOf", { name: object.plural })}
        columns={columns}
        rows={rows.rows}
        total={rows.count?.exact ? rows.count.value : undefined}
        more={rows.pending || rows.more}
        loadMore={rows.loadMore}
        sort={arrangement.sort}
        frozen={frozen}
        dense={preferences.density === "compact"}
        waiting={rows.stale}
        selection={selectable ? selection : undefined}
        onSelection={setSelection}
        opened={opened}
        errors={errors}
        place={place}
        onOpen={onOpen}
        onEdit={(record, column, value) => edit(record, column.field, value)}
        onSort={(field, also) => arrange({ sort: sortedBy(arrangement.sort, field, also) })}
        onResize={(field, width) => arrange({ columns: resizeColumn(arrangement.columns, field, width) })}
        onMove={(field, before) => arrange({ columns: moveColumn(arrangement.columns, field, before) })}
        onShift={(field, by) => arrange({ columns: shiftColumn(arrangement.columns, field, by) })}
        onSearchKey={onSearchKey}
        footer={
          <GridFoot
            object={object}
            columns={columns}
            query={query}
            count={rows.count}
            check={Boolean(selectable)}
          />
        }
      />
      {dialog}
    </>
  );
}
