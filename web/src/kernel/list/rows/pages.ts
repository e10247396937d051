import type { InfiniteData } from "@tanstack/react-query";
import type { RecordData, RecordPage } from "~/kernel/api/contract";

/** The pages of a list that have been read so far. */
export type Pages = InfiniteData<RecordPage>;

/** All rows, each record once: one that moved while its neighbours were read may come twice. */
export function rowsOf(pages: Pages | undefined): RecordData[] {
  const seen = new Set<number>();
  return (pages?.pages ?? []).flatMap(page =>
    page.items.filter(row => {
      const first = !seen.has(row.id);
      seen.add(row.id);
      return first;
    }),
  );
}

export function countOf(pages: Pages | undefined): RecordPage["count"] {
  return pages?.pages[0]?.count;
}

/** Newer states of some rows, where they stand. */
export function patchRows(pages: Pages, changed: Map<number, Partial<RecordData>>): Pages {
  return mapItems(pages, items =>
    items.some(row => changed.has(row.id))
      ? items.map(row => (changed.has(row.id) ? ({ ...row, ...changed.get(row.id) } as RecordData) : row))
      : items,
  );
}

/** What the first page, read anew, has that is not there yet comes in at the top. */
export function withNewest(pages: Pages, first: RecordPage): Pages {
  const known = new Set(rowsOf(pages).map(row => row.id));
  const fresh = first.items.filter(row => !known.has(row.id));
  return {
    ...pages,
    pages: pages.pages.map((page, at) =>
      at === 0 ? { ...page, items: [...fresh, ...page.items], count: first.count ?? page.count } : page,
    ),
  };
}

/** Takes rows out and counts them off. */
export function dropRows(pages: Pages, ids: ReadonlySet<number>): Pages {
  const before = rowsOf(pages).length;
  const left = mapItems(pages, items =>
    items.some(row => ids.has(row.id)) ? items.filter(row => !ids.has(row.id)) : items,
  );
  const gone = before - rowsOf(left).length;
  return { ...left, pages: left.pages.map((page, at) => (at === 0 ? countedOff(page, gone) : page)) };
}

function countedOff(page: RecordPage, gone: number): RecordPage {
  if (!page.count || gone === 0) return page;
  return { ...page, count: { ...page.count, value: Math.max(0, page.count.value - gone) } };
}

function mapItems(pages: Pages, change: (items: RecordData[]) => RecordData[]): Pages {
  return {
    ...pages,
    pages: pages.pages.map(page => {
      const items = change(page.items);
      return items === page.items ? page : { ...page, items };
    }),
  };
}
