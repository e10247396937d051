import { WarningFilled } from "@ant-design/icons";
import { Tooltip } from "antd";
import { type MouseEvent, memo } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useNameOf } from "~/kernel/catalog/nameOf";
import type { Then } from "~/kernel/editing/useInlineDraft";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { listWords } from "../messages";
import { CellEditor } from "./CellEditor";
import type { GridColumn } from "./columns";

/** What a row calls back; stable, so that a row draws again only when it changed. */
export interface RowActs {
  activate: (row: number, column: number) => void;
  edit: (row: number, column: number) => void;
  open: (record: RecordData) => void;
  select: (record: RecordData, on: boolean, range: boolean) => void;
  commit: (record: RecordData, row: number, column: number, value: unknown, then: Then) => void;
  cancel: () => void;
}

interface Props {
  object: BusinessObject;
  record: RecordData;
  columns: GridColumn[];
  index: number;
  start: number;
  height: number;
  frozen: boolean;
  selectable: boolean;
  selected: boolean;
  opened: boolean;
  /** The column that holds the focus, or -1. */
  active: number;
  editing: boolean;
  errors: Record<string, string> | undefined;
  acts: RowActs;
}

/** One record as a row of cells. */
export const GridRow = memo(function GridRow(props: Props) {
  const { object, record, columns, index, start, height, frozen, selectable, selected, opened, acts } = props;
  const say = useSay(listWords);
  const name = useNameOf(object)(record);
  const offset = selectable ? 2 : 1;
  return (
    <div
      role="row"
      className="grid-row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-opened={opened}
      data-active={props.active >= 0}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      {selectable && (
        <div role="gridcell" className="grid-cell grid-check" aria-colindex={1}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={say("selectRow", { name })}
            checked={selected}
            onChange={() => undefined}
            onClick={event => acts.select(record, event.currentTarget.checked, event.shiftKey)}
          />
        </div>
      )}
      {columns.map((column, at) => (
        <Cell
          key={column.field.name}
          {...props}
          column={column}
          at={at}
          colIndex={at + offset}
          frozen={frozen && at === 0}
        />
      ))}
      <div className="grid-fill" />
    </div>
  );
});

function Cell({
  object,
  record,
  index,
  active,
  editing,
  errors,
  acts,
  column,
  at,
  colIndex,
  frozen,
}: Props & { column: GridColumn; at: number; colIndex: number }) {
  const { field } = column;
  const here = active === at;
  const error = errors?.[field.name];
  const edits = here && editing;

  function onClick(event: MouseEvent<HTMLElement>) {
    if (!(event.target as HTMLElement).closest("a, button, input, audio, .ant-image"))
      acts.activate(index, at);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys of its cells
    <div
      role="gridcell"
      className="grid-cell"
      aria-colindex={colIndex}
      tabIndex={here ? 0 : -1}
      data-cell={`${index}:${at}`}
      data-numeric={column.numeric}
      data-frozen={frozen}
      data-title={column.title}
      data-error={Boolean(error)}
      data-editing={edits}
      onClick={onClick}
      onDoubleClick={() => acts.edit(index, at)}
    >
      {edits ? (
        <CellEditor
          object={object.name}
          record={record}
          field={field}
          error={error}
          onCommit={(base, value, then) => acts.commit(base, index, at, value, then)}
          onCancel={acts.cancel}
        />
      ) : column.title ? (
        <TitleCell object={object} record={record} onOpen={acts.open} />
      ) : (
        <FieldCell field={field} value={record[field.name]} record={record} object={object.name} />
      )}
      {error && !edits && (
        <Tooltip title={error}>
          <WarningFilled className="grid-error" role="img" aria-label={error} />
        </Tooltip>
      )}
    </div>
  );
}

/** A plain click opens beside the list; every other click is the browser's own. */
function TitleCell({
  object,
  record,
  onOpen,
}: {
  object: BusinessObject;
  record: RecordData;
  onOpen: (record: RecordData) => void;
}) {
  const name = useNameOf(object)(record);
  return (
    <Link
      href={addressOf.record(object.name, record.id)}
      className="grid-title"
      title={name}
      tabIndex={-1}
      onClick={event => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onOpen(record);
      }}
    >
      {name}
    </Link>
  );
}
