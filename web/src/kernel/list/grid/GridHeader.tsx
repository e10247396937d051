import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";
import type { Sort } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { NARROWEST, WIDEST } from "../columns";
import { listWords } from "../messages";
import type { GridColumn } from "./columns";

interface Props {
  columns: GridColumn[];
  sort: Sort[];
  frozen: boolean;
  /** The element whose `--columns` the widths of all rows follow while one drags. */
  grid: RefObject<HTMLDivElement | null>;
  check?: { all: boolean; some: boolean; onChange: (on: boolean) => void };
  onSort: (field: string, also: boolean) => void;
  onResize: (field: string, width: number) => void;
  onMove: (field: string, before: string | null) => void;
  onShift: (field: string, by: -1 | 1) => void;
}

/** The names of the columns: click sorts, drag moves, the edge resizes; Alt and Shift with arrows do the same. */
export function GridHeader(props: Props) {
  const { columns, check } = props;
  const say = useSay(listWords);
  const [over, setOver] = useState<string | null>(null);
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" className="grid-row" aria-rowindex={1}>
        {check && (
          <div role="columnheader" className="grid-cell grid-check" aria-colindex={1}>
            <input
              type="checkbox"
              aria-label={say("selectLoaded")}
              checked={check.all}
              ref={box => {
                if (box) box.indeterminate = check.some && !check.all;
              }}
              onChange={event => check.onChange(event.target.checked)}
            />
          </div>
        )}
        {columns.map((column, at) => (
          <HeaderCell
            key={column.field.name}
            {...props}
            column={column}
            at={at}
            over={over === column.field.name}
            onOver={setOver}
          />
        ))}
        <div className="grid-fill" />
      </div>
    </div>
  );
}

function HeaderCell({
  columns,
  column,
  at,
  sort,
  frozen,
  grid,
  check,
  over,
  onOver,
  onSort,
  onResize,
  onMove,
  onShift,
}: Props & { column: GridColumn; at: number; over: boolean; onOver: (field: string | null) => void }) {
  const say = useSay(listWords);
  const { field, width } = column;
  const place = sort.findIndex(item => item.field === field.name);
  const sorted = sort[place];

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (!by || !(event.altKey || event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) onShift(field.name, by);
    else onResize(field.name, width + by * 16);
  }

  function onResizeStart(event: PointerEvent<HTMLSpanElement>) {
    event.preventDefault();
    const handle = event.currentTarget;
    const startX = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const widthAt = (x: number) => Math.min(WIDEST, Math.max(NARROWEST, width + x - startX));
    handle.onpointermove = move => {
      grid.current?.style.setProperty(
        "--columns",
        template(columns, Boolean(check), field.name, widthAt(move.clientX)),
      );
    };
    handle.onpointerup = up => {
      handle.onpointermove = null;
      handle.onpointerup = null;
      onResize(field.name, widthAt(up.clientX));
    };
  }

  const label = (
    <>
      <span className="grid-label">{field.label}</span>
      {sorted && (sorted.descending ? <ArrowDownOutlined aria-hidden /> : <ArrowUpOutlined aria-hidden />)}
      {sorted && sort.length > 1 && <sup className="number">{place + 1}</sup>}
    </>
  );

  return (
    <div
      role="columnheader"
      className="grid-cell"
      aria-colindex={at + (check ? 2 : 1)}
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
      data-numeric={column.numeric}
      data-frozen={frozen && at === 0}
      data-over={over}
      draggable
      onDragStart={event => {
        event.dataTransfer.setData("text/hengke-column", field.name);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes("text/hengke-column")) return;
        event.preventDefault();
        onOver(field.name);
      }}
      onDragLeave={() => onOver(null)}
      onDrop={event => {
        onOver(null);
        onMove(event.dataTransfer.getData("text/hengke-column"), field.name);
      }}
    >
      {field.sortable === false ? (
        <span className="grid-sort" title={field.help ?? field.label}>
          {label}
        </span>
      ) : (
        <button
          type="button"
          className="grid-sort"
          title={field.help ?? say("sortBy", { name: field.label })}
          onClick={event => onSort(field.name, event.shiftKey)}
          onKeyDown={onKeyDown}
        >
          {label}
        </button>
      )}
      <span
        aria-hidden="true"
        className="grid-resize"
        title={say("resize", { name: field.label })}
        draggable
        onDragStart={event => {
          event.preventDefault();
          event.stopPropagation();
        }}
        onPointerDown={onResizeStart}
      />
    </div>
  );
}

/** The widths of all columns as `grid-template-columns`, one of them as it is being dragged. */
export function template(columns: GridColumn[], check: boolean, dragged?: string, width?: number): string {
  const widths = columns.map(column => `${column.field.name === dragged ? width : column.width}px`);
  return [...(check ? ["40px"] : []), ...widths, "minmax(0, 1fr)"].join(" ");
}
