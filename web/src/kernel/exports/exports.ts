import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { ExportJob, Filter, Page, Sort } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import { useStream } from "~/kernel/stream/stream";

/** What of a list is to be exported, and how. */
export interface ExportWish {
  object: string;
  filter?: Filter;
  search?: string;
  ids?: number[];
  fields?: string[];
  sort?: Sort[];
  format: ExportJob["format"];
  encoding: ExportJob["encoding"];
}

const keys = {
  all: ["exports"] as const,
  one: (id: number) => ["exports", "one", id] as const,
  list: (mine: boolean) => ["exports", "list", mine] as const,
};

/** One export, kept up to date by the stream. */
export function useExport(id: number) {
  const queries = useQueryClient();
  useStream("operation", operation => {
    if (operation.kind === "export") void queries.invalidateQueries({ queryKey: keys.one(id) });
  });
  return useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => api.get<ExportJob>(`/exports/${id}`, signal),
    // The stream tells at once; this only helps where a proxy holds it back.
    refetchInterval: query => (query.state.data?.status === "running" ? 3000 : false),
  });
}

/** Exports, newest first. */
export function useExports(mine: boolean) {
  const queries = useQueryClient();
  useStream("operation", operation => {
    if (operation.kind === "export") void queries.invalidateQueries({ queryKey: keys.list(mine) });
  });
  return useInfiniteQuery({
    queryKey: keys.list(mine),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ExportJob>>(
        `/exports?mine=${mine}${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ""}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
    throwOnError: withoutData,
  });
}

export function startExport(wish: ExportWish): Promise<ExportJob> {
  return api.post<ExportJob>("/exports", wish, { said: null });
}

export async function cancelExport(queries: QueryClient, id: number): Promise<void> {
  await api.post(`/exports/${id}/cancel`, {}, { said: null });
  await queries.invalidateQueries({ queryKey: keys.all });
}

export function pathOfFile(job: ExportJob): string {
  return `/exports/${job.id}/file`;
}
