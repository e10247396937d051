import { CheckSquareOutlined, MoreOutlined } from "@ant-design/icons";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { Button, Dropdown } from "antd";
import { type DragEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type {
  BusinessObject,
  Field,
  Pipelines,
  RecordData,
  RecordPage,
  RecordQuery,
} from "~/kernel/api/contract";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { progressOf } from "~/kernel/pipelines/pipelines";
import { mayChange } from "~/kernel/records/records";
import { groupDigits, shortNumber } from "~/kernel/text/decimals";
import { RecordCard } from "../cards/RecordCard";
import { listWords } from "../messages";
import { useRows } from "../rows/useRows";
import { type BoardColumn, besides, columnFilter } from "./board";

interface Props {
  object: BusinessObject;
  field: Field;
  column: BoardColumn;
  columns: BoardColumn[];
  query: RecordQuery;
  /** Reads the first cards of a column. */
  first: (value: string | null) => Promise<RecordPage>;
  /** How often the board was refreshed. */
  refreshes: number;
  pipelines: Pipelines | undefined;
  count: number | undefined;
  /** What its cards add up to, in the company's currency. */
  sum: number | undefined;
  movable: boolean;
  selected: ReadonlyMap<number, RecordData>;
  onSelect: (selected: ReadonlyMap<number, RecordData>) => void;
  onMove: (records: RecordData[], to: BoardColumn) => void;
  onOpen: (record: RecordData) => void;
}

const CARDS = "text/hengke-cards";
const HEAD = 44;

/** One column of a board, reading its cards as one scrolls; only those in sight are there. */
export function BoardLane(props: Props) {
  const { object, field, column, query, selected, movable } = props;
  const say = useSay(listWords);
  const language = useLanguage();
  const own = useMemo(
    () => ({ ...query, filter: columnFilter(query.filter ?? null, field.name, column.value) }),
    [query, field.name, column.value],
  );
  const { first, refreshes } = props;
  const rows = useRows(
    object.name,
    own,
    useCallback(() => first(column.value), [first, column.value]),
  );
  const [over, setOver] = useState(false);
  const lane = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const virtual = useVirtualizer({
    count: rows.rows.length,
    getScrollElement: () => lane.current,
    getItemKey: index => rows.rows[index]?.id ?? index,
    estimateSize: () => 92,
    gap: 8,
    overscan: 4,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // the card that is focused or dragged stays, however far one scrolls
    rangeExtractor: range => {
      const shown = defaultRangeExtractor(range);
      return held === null || held >= range.count || shown.includes(held)
        ? shown
        : [...shown, held].sort((one, other) => one - other);
    },
  });
  const { loadMore, refresh } = rows;
  const refreshed = useRef(refreshes);
  useEffect(() => {
    if (refreshed.current === refreshes) return;
    refreshed.current = refreshes;
    refresh();
  }, [refreshes, refresh]);

  useEffect(() => {
    if (!end.current) return;
    const watcher = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) loadMore();
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [loadMore]);

  const count = rows.count?.value ?? props.count;

  function focusAt(index: number) {
    if (!rows.rows[index]) return;
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => focusCard(lane.current?.querySelector(`[data-index="${index}"]`)));
  }

  function onDrop(event: DragEvent) {
    setOver(false);
    const dropped = JSON.parse(event.dataTransfer.getData(CARDS) || "[]") as RecordData[];
    props.onMove(dropped, column);
  }

  return (
    <section
      ref={lane}
      className="lane"
      aria-label={say("columnOf", { name: column.label, count: count ?? 0 })}
      data-over={over}
      onDragOver={event => {
        if (!movable || !event.dataTransfer.types.includes(CARDS)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={event => !event.currentTarget.contains(event.relatedTarget as Node) && setOver(false)}
      onDrop={onDrop}
    >
      <header className="lane-head">
        <span className="lane-colour" style={{ background: colourOf(column.color) }} aria-hidden="true" />
        <h2>{column.label}</h2>
        {props.sum !== undefined && props.sum !== 0 && (
          <span className="number" title={groupDigits(String(props.sum))}>
            {shortNumber(props.sum, language === "zh-CN")}
          </span>
        )}
        <span className="number quiet">{count === undefined ? "" : groupDigits(String(count))}</span>
      </header>
      {rows.rows.length > 0 && (
        <ul className="lane-cards" style={{ height: virtual.getTotalSize() }} onBlur={() => setHeld(null)}>
          {virtual.getVirtualItems().map(item => {
            const record = rows.rows[item.index];
            return (
              record && (
                <BoardCard
                  key={item.key}
                  {...props}
                  movable={movable && mayChange(record, "edit")}
                  record={record}
                  chosen={selected.has(record.id)}
                  index={item.index}
                  of={count}
                  top={item.start - HEAD}
                  measure={virtual.measureElement}
                  onHold={() => setHeld(item.index)}
                  onFocusAt={focusAt}
                />
              )
            );
          })}
        </ul>
      )}
      {!rows.pending && rows.rows.length === 0 && movable && <p className="lane-none">{say("noCards")}</p>}
      {rows.pending && <div className="lane-bone" />}
      <div ref={end} className="lane-end" />
    </section>
  );
}

interface CardProps extends Props {
  record: RecordData;
  chosen: boolean;
  /** Its place in the column. */
  index: number;
  /** How many there are in the column. */
  of: number | undefined;
  /** Pixels below the head of the column. */
  top: number;
  measure: (card: HTMLLIElement | null) => void;
  /** It has the focus or is dragged. */
  onHold: () => void;
  onFocusAt: (index: number) => void;
}

function BoardCard({
  object,
  field,
  record,
  column,
  columns,
  movable,
  pipelines,
  selected,
  chosen,
  onSelect,
  onMove,
  onOpen,
  index,
  of,
  top,
  measure,
  onHold,
  onFocusAt,
}: CardProps) {
  const say = useSay(listWords);
  const name = useNameOf(object)(record);
  const card = useRef<HTMLLIElement>(null);
  const progress = pipelines && progressOf(pipelines, record);
  const together = () => (chosen ? [...selected.values()] : [record]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (by && (event.ctrlKey || event.metaKey) && movable) {
      event.preventDefault();
      const to = besides(columns, column.value, by);
      if (to) onMove(together(), to);
    } else if (by) {
      event.preventDefault();
      focusLane(card.current, by);
    } else if (event.key === "ArrowDown" || event.key === "j") {
      event.preventDefault();
      onFocusAt(index + 1);
    } else if (event.key === "ArrowUp" || event.key === "k") {
      event.preventDefault();
      onFocusAt(index - 1);
    } else if (event.key === "Enter") {
      onOpen(record);
    } else if (event.key === "x") {
      toggle();
    }
  }

  function toggle() {
    const next = new Map(selected);
    if (chosen) next.delete(record.id);
    else next.set(record.id, record);
    onSelect(next);
  }

  return (
    <li
      ref={element => {
        card.current = element;
        measure(element);
      }}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={of ?? -1}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={onHold}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is moved and opened by key
      tabIndex={0}
      className="board-card"
      aria-label={say("cardOf", { name })}
      data-chosen={chosen}
      draggable={movable}
      onKeyDown={onKeyDown}
      onDragStart={event => {
        event.dataTransfer.setData(CARDS, JSON.stringify(together()));
        event.dataTransfer.effectAllowed = "move";
        onHold();
      }}
    >
      <RecordCard object={object} record={record} without={field.name} onOpen={onOpen} />
      {progress && (
        <span className="board-card-tasks number quiet" title={say("stageTasks")}>
          <CheckSquareOutlined aria-hidden /> <span className="sr-only">{say("stageTasks")}</span>
          {progress.done}/{progress.of}
        </span>
      )}
      {movable && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              {
                type: "group",
                label: say("moveTo"),
                children: columns
                  .filter(other => other.value !== column.value)
                  .map(other => ({
                    key: other.value ?? "",
                    label: other.label,
                    onClick: () => onMove(together(), other),
                  })),
              },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            className="board-card-menu"
            icon={<MoreOutlined aria-hidden />}
            aria-label={`${say("moveTo")} ${name}`}
          />
        </Dropdown>
      )}
    </li>
  );
}

/** The palette of antd where it has the name, so that lanes and tags agree in both themes. */
function colourOf(name: string | null): string | undefined {
  return name ? `var(--ant-${name}, ${name})` : undefined;
}

function focusCard(element: Element | null | undefined) {
  if (element instanceof HTMLElement) element.focus();
}

function focusLane(card: HTMLElement | null, by: number) {
  const lanes = [...document.querySelectorAll(".lane")];
  const lane = lanes[lanes.indexOf(card?.closest(".lane") as Element) + by];
  focusCard(lane?.querySelector(".board-card"));
}
