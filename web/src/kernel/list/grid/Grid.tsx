import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BusinessObject, RecordData, Sort } from "~/kernel/api/contract";
import type { Then } from "~/kernel/editing/useInlineDraft";
import { idsBetween, isSelected, type Selection, select } from "../selection";
import { type GridColumn, isEditable } from "./columns";
import { GridHeader, template } from "./GridHeader";
import { GridRow, type RowActs } from "./GridRow";
import { actOf, nextEditable, type Place } from "./keys";
import { rememberScroll, scrollBefore } from "./scroll";
import "./grid.css";

interface Props {
  object: BusinessObject;
  label: string;
  columns: GridColumn[];
  rows: RecordData[];
  total: number | undefined;
  more: boolean;
  loadMore: () => void;
  sort: Sort[];
  frozen: boolean;
  dense: boolean;
  /** Rows of an older query stand in for those on their way. */
  waiting: boolean;
  selection?: Selection;
  onSelection?: (selection: Selection) => void;
  opened: number | null;
  onOpen: (record: RecordData) => void;
  errors: Record<number, Record<string, string>>;
  onEdit: (record: RecordData, column: GridColumn, value: unknown) => void;
  onSort: (field: string, also: boolean) => void;
  onResize: (field: string, width: number) => void;
  onMove: (field: string, before: string | null) => void;
  onShift: (field: string, by: -1 | 1) => void;
  onSearchKey?: () => void;
  footer?: ReactNode;
  /** Under this name the grid comes back to where it was scrolled. */
  place: string;
}

const SKELETONS = 8;

/** Records as a table that reads rows as one scrolls, and is used by keyboard as by mouse. */
export function Grid(props: Props) {
  const { object, columns, rows, more, loadMore, selection, onSelection, onOpen, onEdit, place } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const [follow, setFollow] = useState(0);
  const anchor = useRef<number | null>(null);
  const height = props.dense ? 32 : 40;

  const virtual = useVirtualizer({
    count: rows.length + (more ? SKELETONS : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: () => scrollBefore(place),
    scrollPaddingStart: height + 4,
    scrollPaddingEnd: height + 4,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (more && last >= rows.length - 20) loadMore();
  }, [more, last, rows.length, loadMore]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height, other places
  useEffect(() => virtual.measure(), [virtual, height]);

  // The focus follows the keyboard, into rows that were not drawn before.
  useEffect(() => {
    if (!follow) return;
    virtual.scrollToIndex(active.row);
    const frame = requestAnimationFrame(() => {
      const cell = scroller.current?.querySelector<HTMLElement>(
        `[data-cell="${active.row}:${active.column}"]`,
      );
      if (!editing) cell?.focus({ preventScroll: true });
      cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [follow, active, editing, virtual]);

  const latest = useRef({ rows, columns, active, selection, onSelection, onOpen, onEdit });
  latest.current = { rows, columns, active, selection, onSelection, onOpen, onEdit };
  const editable = useMemo(() => columns.map(column => isEditable(object, column.field)), [object, columns]);

  const focusOn = useCallback(
    (next: Place, edit = false) => {
      const { rows, columns } = latest.current;
      const column = columns[next.column];
      setActive(next);
      setEditing(edit && column !== undefined && isEditable(object, column.field, rows[next.row]));
      setFollow(count => count + 1);
    },
    [object],
  );

  const acts = useMemo<RowActs>(
    () => ({
      activate: (row, column) => focusOn({ row, column }),
      edit: (row, column) => editable[column] && focusOn({ row, column }, true),
      open: record => latest.current.onOpen(record),
      select: (record, on, range) => {
        const { rows, selection, onSelection } = latest.current;
        if (!selection || !onSelection) return;
        const ids =
          range && anchor.current !== null
            ? idsBetween(
                rows.map(row => row.id),
                anchor.current,
                record.id,
              )
            : [record.id];
        anchor.current = record.id;
        onSelection(select(selection, ids, on));
      },
      commit: (record, row, column, value, then) => {
        const { rows, columns, onEdit } = latest.current;
        const edited = columns[column];
        if (edited) onEdit(record, edited, value);
        if (then === "left") {
          const { row: nowRow, column: nowColumn } = latest.current.active;
          if (nowRow === row && nowColumn === column) setEditing(false);
          return;
        }
        focusOn(...after({ row, column }, then, editable, rows.length));
      },
      cancel: () => {
        setEditing(false);
        setFollow(count => count + 1);
      },
    }),
    [editable, focusOn],
  );

  function onKeyDown(event: KeyboardEvent) {
    const typing = (event.target as HTMLElement).closest(
      "input:not([type=checkbox]), textarea, [contenteditable=true]",
    );
    const inBody = (event.target as HTMLElement).closest("[data-cell]");
    if (typing || !inBody || event.defaultPrevented) return;
    const act = actOf(
      {
        key: event.key,
        shift: event.shiftKey,
        command: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        composing: event.nativeEvent.isComposing,
      },
      active,
      { rows: rows.length, columns: columns.length },
    );
    const record = rows[active.row];
    if (!act || !record) return;
    event.preventDefault();
    event.stopPropagation();
    switch (act.act) {
      case "move":
        return focusOn(act.to);
      case "activate":
        return columns[active.column]?.title || !editable[active.column]
          ? onOpen(record)
          : focusOn(active, true);
      case "edit":
        return acts.edit(active.row, active.column);
      case "open":
        return onOpen(record);
      case "select":
        return selection && acts.select(record, act.range || !isSelected(selection, record.id), act.range);
      case "selectAll":
        return (
          selection &&
          onSelection?.(
            select(
              selection,
              rows.map(row => row.id),
              true,
            ),
          )
        );
      case "search":
        return props.onSearchKey?.();
    }
  }

  const selectedShown = selection ? rows.filter(row => isSelected(selection, row.id)).length : 0;
  const columnsStyle = { "--columns": template(columns, Boolean(selection)) } as React.CSSProperties;

  return (
    <div
      ref={scroller}
      role="grid"
      className="grid"
      aria-label={props.label}
      aria-rowcount={props.total === undefined ? -1 : props.total + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      aria-busy={props.waiting}
      data-waiting={props.waiting}
      data-checks={Boolean(selection)}
      style={columnsStyle}
      onKeyDown={onKeyDown}
      onScroll={event => rememberScroll(place, event.currentTarget.scrollTop)}
    >
      <GridHeader
        columns={columns}
        sort={props.sort}
        frozen={props.frozen}
        grid={scroller}
        check={
          selection &&
          onSelection && {
            all: rows.length > 0 && selectedShown === rows.length,
            some: selectedShown > 0,
            onChange: on =>
              onSelection(
                select(
                  selection,
                  rows.map(row => row.id),
                  on,
                ),
              ),
          }
        }
        onSort={props.onSort}
        onResize={props.onResize}
        onMove={props.onMove}
        onShift={props.onShift}
      />
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => {
          const record = rows[item.index];
          if (!record)
            return (
              <SkeletonRow key={`bone-${item.index}`} start={item.start} height={height} columns={columns} />
            );
          const here = active.row === item.index;
          return (
            <GridRow
              key={record.id}
              object={object}
              record={record}
              columns={columns}
              index={item.index}
              start={item.start}
              height={height}
              frozen={props.frozen}
              selectable={Boolean(selection)}
              selected={selection ? isSelected(selection, record.id) : false}
              opened={props.opened === record.id}
              active={here ? active.column : -1}
              editing={here && editing}
              errors={props.errors[record.id]}
              acts={acts}
            />
          );
        })}
      </div>
      {props.footer}
    </div>
  );
}

/** Where to go on after a cell was left, and whether to edit there. */
function after(at: Place, then: Then, editable: boolean[], rows: number): [Place, boolean] {
  if (then === "stay" || then === "left") return [at, false];
  if (then === "down") return [{ ...at, row: Math.min(rows - 1, at.row + 1) }, false];
  const next = nextEditable(at, then === "back", editable, rows);
  return [next ?? at, next !== null];
}

function SkeletonRow({ start, height, columns }: { start: number; height: number; columns: GridColumn[] }) {
  return (
    <div className="grid-row" aria-hidden="true" style={{ height, transform: `translateY(${start}px)` }}>
      <div className="grid-cell" />
      {columns.map(column => (
        <div key={column.field.name} className="grid-cell">
          <span className="grid-bone" />
        </div>
      ))}
    </div>
  );
}
