import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Operation, Page } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import { refreshRecords } from "~/kernel/records/records";
import { useStream } from "~/kernel/stream/stream";

export const operationKeys = {
  all: ["operations"] as const,
  one: (id: number) => ["operations", "one", id] as const,
  list: (mine: boolean) => ["operations", "list", mine] as const,
};

/** One operation, kept up to date by the stream. */
export function useOperation(id: number | null) {
  const queries = useQueryClient();
  useStream("operation", operation => {
    if (operation.id === id) queries.setQueryData(operationKeys.one(operation.id), operation);
  });
  return useQuery({
    queryKey: operationKeys.one(id ?? 0),
    queryFn: ({ signal }) => api.get<Operation>(`/operations/${id}`, signal),
    enabled: id !== null,
    // The stream tells at once; this only helps where a proxy holds it back.
    refetchInterval: query => (query.state.data?.status === "running" ? 5000 : false),
  });
}

/** Operations, newest first; a running one moves as the stream tells. */
export function useOperations(mine: boolean) {
  const queries = useQueryClient();
  useStream("operation", () => queries.invalidateQueries({ queryKey: operationKeys.list(mine) }));
  return useInfiniteQuery({
    queryKey: operationKeys.list(mine),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Operation>>(
        `/operations?mine=${mine}${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ""}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
    throwOnError: withoutData,
  });
}

/** Takes an operation back; what could not be taken back is in the answer's conflicts. */
export async function undoOperation(queries: QueryClient, id: number): Promise<Operation> {
  const undo = await api.undo(id);
  await Promise.all([queries.invalidateQueries({ queryKey: operationKeys.all }), refreshRecords(queries)]);
  return undo;
}

export async function cancelOperation(queries: QueryClient, id: number): Promise<void> {
  await api.post(`/operations/${id}/cancel`, {}, { said: null });
  await queries.invalidateQueries({ queryKey: operationKeys.all });
}
