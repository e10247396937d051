import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { BusinessObject, RecordData, RecordQuery } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Count } from "../grid/GridFoot";
import { rememberScroll, scrollBefore } from "../grid/scroll";
import { listWords } from "../messages";
import type { Rows } from "../rows/useRows";
import { RecordCard } from "./RecordCard";
import "./cards.css";

interface Props {
  object: BusinessObject;
  query: RecordQuery;
  rows: Rows;
  place: string;
  onOpen: (record: RecordData) => void;
}

/** Rows as cards, where a table has no room. */
export function CardList({ object, query, rows, place, onOpen }: Props) {
  const say = useSay(listWords);
  const scroller = useRef<HTMLDivElement>(null);
  const waiting = rows.pending || rows.more;
  const virtual = useVirtualizer({
    count: rows.rows.length + (waiting ? 4 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 8,
    initialOffset: () => scrollBefore(place),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { loadMore } = rows;
  useEffect(() => {
    if (last >= rows.rows.length - 10) loadMore();
  }, [last, rows.rows.length, loadMore]);

  return (
    <>
      <div
        ref={scroller}
        className="card-list"
        onScroll={event => rememberScroll(place, event.currentTarget.scrollTop)}
      >
        <ul aria-label={say("listOf", { name: object.plural })} style={{ height: virtual.getTotalSize() }}>
          {items.map(item => {
            const record = rows.rows[item.index];
            return (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className="card"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {record ? (
                  <RecordCard object={object} record={record} onOpen={onOpen} />
                ) : (
                  <span className="card-bone" />
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <div className="card-count">
        <Count object={object} query={query} count={rows.count} />
      </div>
    </>
  );
}
