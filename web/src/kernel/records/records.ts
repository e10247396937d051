import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, type ChangeOptions } from "~/kernel/api/api";
import type {
  AggregateQuery,
  AggregateRows,
  BusinessObject,
  Changing,
  Command,
  Draft,
  Labelled,
  Operation,
  RecordData,
  RecordPage,
  RecordQuery,
} from "~/kernel/api/contract";

/** Keys of everything read about records, so that one change refreshes all that shows it. */
export const recordKeys = {
  all: ["records"] as const,
  object: (object: string) => ["records", object] as const,
  one: (object: string, id: number) => ["records", object, "one", id] as const,
  list: (object: string, query: RecordQuery) => ["records", object, "list", query] as const,
  aggregate: (object: string, query: AggregateQuery) => ["records", object, "aggregate", query] as const,
};

/** May its reader change this record? One that does not tell is taken for changeable: the server decides. */
export function mayChange(record: RecordData, verb: Changing): boolean {
  return record.may?.includes(verb) ?? true;
}

/** May its reader add such a child to the record? What only appears inside another follows the right to edit that. */
export function mayAdd(child: BusinessObject, parent: RecordData): boolean {
  return child.verbs.create && (child.application !== null || mayChange(parent, "edit"));
}

export function useRecord(object: string, id: number | null) {
  return useQuery({
    queryKey: recordKeys.one(object, id ?? 0),
    queryFn: ({ signal }) => api.get<RecordData>(`/records/${object}/${id}`, signal),
    enabled: id !== null,
  });
}

/** One page, for short lists such as pickers and home. */
export function useRecordPage(object: string, query: RecordQuery, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: recordKeys.list(object, query),
    queryFn: ({ signal }) => api.ask<RecordPage>(`/records/${object}/query`, query, signal),
    placeholderData: keepPreviousData,
    ...options,
  });
}

/** Page after page, for lists that scroll. */
export function useRecordPages(object: string, query: RecordQuery) {
  return useInfiniteQuery({
    queryKey: [...recordKeys.list(object, query), "pages"],
    queryFn: ({ pageParam, signal }) =>
      api.ask<RecordPage>(
        `/records/${object}/query`,
        pageParam ? { ...query, count: "none", after: pageParam } : query,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useAggregate(object: string, query: AggregateQuery, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: recordKeys.aggregate(object, query),
    queryFn: ({ signal }) => api.ask<AggregateRows>(`/records/${object}/aggregate`, query, signal),
    ...options,
  });
}

export function createRecord(object: string, draft: Draft, options?: ChangeOptions): Promise<RecordData> {
  return api.post<RecordData>(`/records/${object}`, draft, options);
}

export function changeRecord(
  object: string,
  record: Pick<RecordData, "id" | "version">,
  change: Draft,
  options?: ChangeOptions,
): Promise<RecordData> {
  return api.patch<RecordData>(
    `/records/${object}/${record.id}`,
    { ...change, version: record.version },
    options,
  );
}

export function deleteRecord(
  object: string,
  record: Pick<RecordData, "id" | "version">,
  options?: ChangeOptions,
) {
  return api.delete<void>(`/records/${object}/${record.id}?version=${record.version}`, options);
}

export function restoreRecord(object: string, id: number, options?: ChangeOptions) {
  return api.post<RecordData>(`/records/${object}/${id}/restore`, {}, options);
}

/** A record after a command, and the one that the command has made of it. */
type Commanded = RecordData & { made?: { object: string; id: number } };

/** Runs a command on one record; answers it as it is then, or nothing when it went out of sight. */
export function runCommand(object: string, id: number, command: Command, input: Draft) {
  return api.post<Commanded | undefined>(`/records/${object}/${id}/commands/${command.name}`, input, {
    said: command.label,
  });
}

/** Takes several out of the recycle bin as one operation. */
export function restoreRecords(object: string, ids: number[], said: string) {
  return api.post<Operation>(`/records/${object}/bulk`, { ids, restore: true }, { said });
}

/** Deletes records in the recycle bin for good; answers those that something else still points at. */
export function purgeRecords(object: string, ids: number[]) {
  return api.post<{ purged: number; held: Labelled[] }>(`/records/${object}/purge`, { ids }, { said: null });
}

/** After a change: everything shown about the object is read again; children show on their parents, so all are. */
export function refreshRecords(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: recordKeys.all });
}
