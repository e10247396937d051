import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { RecordData } from "~/kernel/api/contract";

/** How far the last search of an object is. */
export interface DuplicateState {
  groups: number;
  scan: {
    status: "running" | "done" | "failed" | "cancelled";
    phase: string;
    percent: number;
    records: number;
    startedAt: string;
    finishedAt: string | null;
  } | null;
}

export interface DuplicateGroup {
  id: number;
  score: number;
  certain: boolean;
  unseen: number;
  reasons: { field: string; weight: number }[];
  records: RecordData[];
}

export interface MergedPart {
  merged: number;
  records: number;
  conflicting: number;
  refused: number;
  next: string | null;
}

/** Two records that somebody has found not to be the same. */
export interface IgnoredPair {
  records: { id: number; label: string | null }[];
  by: string | null;
  at: string;
}

const WATCHED = 1_000;

export const stateKey = (object: string) => ["duplicates", object, "state"] as const;
export const groupsKey = (object: string) => ["duplicates", object, "groups"] as const;

export const ignoredKey = (object: string) => ["duplicates", object, "ignored"] as const;

export function useDuplicateState(object: string) {
  return useQuery({
    queryKey: stateKey(object),
    queryFn: ({ signal }) => api.get<DuplicateState>(`/duplicates/${object}`, signal),
    refetchInterval: query => (query.state.data?.scan?.status === "running" ? WATCHED : false),
  });
}

export function useDuplicateGroups(object: string) {
  return useInfiniteQuery({
    queryKey: groupsKey(object),
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: DuplicateGroup[]; next: string | null }>(
        `/duplicates/${object}/groups${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ""}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });
}

export function startScan(object: string) {
  return api.post<DuplicateState>(`/duplicates/${object}/scan`, {}, { said: null });
}

export function cancelScan(object: string) {
  return api.post<DuplicateState>(`/duplicates/${object}/cancel`, {}, { said: null });
}

export function readIgnored(object: string, after: string | null, signal: AbortSignal) {
  return api.get<{ items: IgnoredPair[]; next: string | null }>(
    `/duplicates/${object}/ignored${after ? `?after=${encodeURIComponent(after)}` : ""}`,
    signal,
  );
}

export function setIgnored(object: string, ids: number[], ignored: boolean) {
  return api.post<void>(`/duplicates/${object}/ignored`, { ids, ignored }, { said: null });
}

/** The next groups that need no looking at: merged, or only counted. */
export function mergeCertain(object: string, after: string | null, dryRun: boolean) {
  const body = { dryRun, ...(after ? { after } : {}) };
  return dryRun
    ? api.ask<MergedPart>(`/duplicates/${object}/merge`, body)
    : api.post<MergedPart>(`/duplicates/${object}/merge`, body, { said: null });
}
