import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Field, RecordData, RecordPage, RecordQuery } from "~/kernel/api/contract";
import { recordKeys } from "~/kernel/records/records";
import { useStream } from "~/kernel/stream/stream";
import { allOf } from "../filter/filterTree";
import { countOf, dropRows, type Pages, patchRows, rowsOf, withNewest } from "./pages";

const PAGE = 100;
const READ_AGAIN_AT_MOST = 3;

/** The rows of a list: page after page as one scrolls, and quietly kept up to date. */
export interface Rows {
  rows: RecordData[];
  count: RecordPage["count"];
  pending: boolean;
  /** Rows of the previous query stand in until the first of this one arrive. */
  stale: boolean;
  error: Error | null;
  more: boolean;
  loadMore: () => void;
  patch: (id: number, change: Partial<RecordData>) => void;
  drop: (ids: Iterable<number>) => void;
  refresh: () => void;
  /** Asks again after it failed. */
  retry: () => void;
}

/**
 * @param first reads the first page, where it comes with something else; whoever gives it has the rows refreshed when it
 *   hears of changes, and rows that no longer belong to the query leave
 */
export function useRows(object: string, query: RecordQuery, first?: () => Promise<RecordPage>): Rows {
  const queries = useQueryClient();
  const text = JSON.stringify(query);
  const key = useMemo(() => ["rows", object, JSON.parse(text)] as const, [object, text]);
  const answer = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      first && !pageParam
        ? first()
        : api.ask<RecordPage>(
            `/records/${object}/query`,
            pageParam
              ? { ...query, limit: PAGE, may: true, count: "none", after: pageParam }
              : { ...query, limit: PAGE, may: true, count: "capped" },
            signal,
          ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

  const change = useCallback(
    (update: (pages: Pages) => Pages) => {
      queries.setQueryData<Pages>(key, pages => pages && update(pages));
    },
    [queries, key],
  );

  const reread = useCallback(
    async (ids: number[]) => {
      const asked = ids.slice(0, 500);
      const { items } = await api.ask<RecordPage>(`/records/${object}/query`, {
        filter: first
          ? allOf(query.filter ?? null, { field: "id", op: "in", value: asked })
          : { field: "id", op: "in", value: asked },
        fields: query.fields,
        deleted: query.deleted,
        limit: 500,
        may: true,
        count: "none",
      });
      const found = new Map(items.map(row => [row.id, row]));
      const gone = new Set(asked.filter(id => !found.has(id)));
      change(pages => dropRows(patchRows(pages, found), gone));
    },
    [object, query.fields, query.filter, query.deleted, first, change],
  );

  const refresh = useCallback(() => {
    const pages = queries.getQueryData<Pages>(key);
    if (!pages) return;
    if (pages.pages.length <= READ_AGAIN_AT_MOST) {
      void queries.refetchQueries({ queryKey: key, exact: true });
      return;
    }
    void reread(
      rowsOf(pages)
        .slice(-500)
        .map(row => row.id),
    );
    if (first) void first().then(page => change(before => withNewest(before, page)));
  }, [queries, key, reread, first, change]);

  const toldAt = useTold(first ? null : object, key, refresh, reread);
  useRefreshWithRecords(object, answer.dataUpdatedAt, toldAt, first ? ignore : refresh);

  const rows = useMemo(() => rowsOf(answer.data), [answer.data]);
  const { hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = answer;
  return {
    rows,
    count: countOf(answer.data),
    pending: answer.isPending,
    stale: isPlaceholderData,
    error: answer.isError && !answer.data ? answer.error : null,
    more: hasNextPage,
    loadMore: useCallback(() => {
      if (hasNextPage && !isFetchingNextPage && !isPlaceholderData) void fetchNextPage();
    }, [hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage]),
    patch: useCallback((id, patch) => change(pages => patchRows(pages, new Map([[id, patch]]))), [change]),
    drop: useCallback(ids => change(pages => dropRows(pages, new Set(ids))), [change]),
    refresh,
    retry: () => void answer.refetch(),
  };
}

function ignore(): void {}

/** Follows `refreshRecords`, without reading a hundred pages again as an invalidated query would. */
export function useRefreshWithRecords(
  object: string,
  readAt: number,
  toldAt: RefObject<number>,
  refresh: () => void,
): void {
  const pulse = useQuery({
    queryKey: [...recordKeys.object(object), "pulse"],
    queryFn: () => Date.now(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const followed = useRef(readAt);
  followed.current = Math.max(followed.current, readAt);
  const beat = pulse.data ?? 0;
  useEffect(() => {
    if (followed.current && beat > followed.current) {
      followed.current = beat;
      if (beat - toldAt.current > 2000) refresh();
    }
  }, [beat, toldAt, refresh]);
}

/**
 * Rows that anybody changes are read again where they stand, so that none jumps away under the hand; new ones come in
 * while the list is short. Answers when the stream last spoke: what it told needs no refresh.
 */
function useTold(
  object: string | null,
  key: readonly unknown[],
  refresh: () => void,
  reread: (ids: number[]) => Promise<void>,
): RefObject<number> {
  const queries = useQueryClient();
  const waiting = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const toldAt = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  useStream("records", event => {
    if (event.object !== object) return;
    toldAt.current = Date.now();
    for (const id of event.ids) waiting.current.add(id);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const shown = new Set(rowsOf(queries.getQueryData<Pages>(key)).map(row => row.id));
      const ids = [...waiting.current];
      waiting.current.clear();
      if (ids.every(id => shown.has(id))) void reread(ids);
      else refresh();
    }, 400);
  });
  return toldAt;
}

/** The fields a list must read to show its columns and to name its rows; cards show the headline too. */
export function fieldsToRead(object: BusinessObject, fields: Field[], cards: boolean): string[] {
  const names = [object.titleField, ...fields.map(field => field.name), ...(cards ? object.headline : [])];
  return [...new Set(names)];
}
