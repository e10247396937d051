import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "~/kernel/api/api";
import type {
  ImportJob,
  ImportMode,
  ImportRow,
  ImportSummary,
  ImportVerdict,
  OnDuplicate,
  Page,
} from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import { upload } from "~/kernel/api/upload";
import { useStream } from "~/kernel/stream/stream";
import type { Mapping } from "./mapping";

export const importKeys = {
  all: ["imports"] as const,
  one: (id: number) => ["imports", "one", id] as const,
  rows: (id: number, state: string, verdict: ImportVerdict | null) =>
    ["imports", "rows", id, state, verdict] as const,
  list: ["imports", "list"] as const,
};

export interface Run {
  mapping: Mapping;
  mode: ImportMode;
  key: string[];
  onDuplicate: OnDuplicate;
  dryRun: boolean;
}

export function isUnderWay({ status }: Pick<ImportJob, "status">): boolean {
  return status === "checking" || status === "running";
}

/** One import; its progress comes by the stream, its columns and rows by asking when it comes to rest. */
export function useImport(id: number | null) {
  const queries = useQueryClient();
  useStream("import", summary => {
    if (summary.id === id) queries.setQueryData<ImportJob>(importKeys.one(id), job => merge(job, summary));
  });
  const asked = useQuery({
    queryKey: importKeys.one(id ?? 0),
    queryFn: ({ signal }) => api.get<ImportJob>(`/imports/${id}`, signal),
    enabled: id !== null,
    throwOnError: withoutData,
    // The stream tells at once; this only helps where a proxy holds it back.
    refetchInterval: query => (query.state.data && isUnderWay(query.state.data) ? 3000 : false),
  });
  const state = asked.data?.status;
  useEffect(() => {
    if (state && id !== null) queries.invalidateQueries({ queryKey: importKeys.one(id) });
  }, [state, id, queries]);
  return asked;
}

function merge(job: ImportJob | undefined, summary: ImportSummary): ImportJob | undefined {
  return job && { ...job, ...summary };
}

/** The verdicts, row by row; asked anew whenever the import comes to another state. */
export function useVerdicts(job: ImportJob, verdict: ImportVerdict | null) {
  return useInfiniteQuery({
    queryKey: importKeys.rows(job.id, job.status, verdict),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (verdict) query.set("verdict", verdict);
      if (pageParam) query.set("after", pageParam);
      return api.get<Page<ImportRow>>(`/imports/${job.id}/rows?${query}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
    throwOnError: withoutData,
  });
}

/** My imports, newest first. */
export function useImports() {
  const queries = useQueryClient();
  useStream("import", () => queries.invalidateQueries({ queryKey: importKeys.list }));
  return useInfiniteQuery({
    queryKey: importKeys.list,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ImportSummary>>(
        `/imports?mine=true${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ""}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
    throwOnError: withoutData,
  });
}

export function readFile(
  object: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportJob> {
  const form = new FormData();
  form.set("object", object);
  form.set("preview", "true");
  form.set("file", file);
  return upload<ImportJob>("/imports", form, { said: null, onProgress, signal });
}

export async function readSheet(queries: QueryClient, id: number, sheet: string): Promise<void> {
  keep(queries, await api.post<ImportJob>(`/imports/${id}/sheet`, { sheet }, { said: null }));
}

export async function runImport(queries: QueryClient, id: number, run: Run): Promise<void> {
  keep(queries, await api.post<ImportJob>(`/imports/${id}/run`, run, { said: null }));
}

export async function cancelImport(queries: QueryClient, id: number): Promise<void> {
  await api.post(`/imports/${id}/cancel`, {}, { said: null });
  await queries.invalidateQueries({ queryKey: importKeys.one(id) });
}

function keep(queries: QueryClient, job: ImportJob): void {
  queries.setQueryData(importKeys.one(job.id), job);
}
