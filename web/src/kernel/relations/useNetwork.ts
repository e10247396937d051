import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Surroundings, Way } from "~/kernel/api/contract";
import { recordKeys } from "~/kernel/records/records";

export function readNetwork(object: string, id: number, depth: number, signal?: AbortSignal) {
  return api.get<Surroundings>(`/records/${object}/${id}/relations?depth=${depth}`, signal);
}

/** What a record is tied to; read again whenever a record changes. */
export function useNetwork(object: string, id: number, depth: number) {
  return useQuery({
    queryKey: [...recordKeys.all, "network", object, id, depth],
    queryFn: ({ signal }) => readNetwork(object, id, depth, signal),
    placeholderData: keepPreviousData,
  });
}

/** The way between two records, once both are chosen. */
export function useWay(from: string, to: string | null) {
  return useQuery({
    queryKey: [...recordKeys.all, "way", from, to],
    queryFn: ({ signal }) =>
      api.get<Way>(`/paths?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to ?? "")}`, signal),
    enabled: to !== null,
  });
}
