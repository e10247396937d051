import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import { withoutData } from "~/kernel/api/failing";
import type { components } from "~/kernel/api/wire";

type Wire = components["schemas"];

export type Draft = Wire["Draft"];
export type DraftImpact = Wire["DraftImpact"];
export type Difference = Wire["Difference"];
export type CatalogVersion = Wire["CatalogVersion"];

const versionsKey = ["design", "versions"] as const;

export function useDrafts() {
  return useQuery({
    queryKey: [...versionsKey, "drafts"],
    queryFn: ({ signal }) => api.get<{ items: Draft[] }>("/catalog/drafts", signal),
    throwOnError: withoutData,
  });
}

export function useImpact(draft: number) {
  return useQuery({
    queryKey: [...versionsKey, "draft", draft],
    queryFn: ({ signal }) => api.get<DraftImpact>(`/catalog/drafts/${draft}`, signal),
    throwOnError: withoutData,
    staleTime: 0,
  });
}

export function useHistory() {
  return useInfiniteQuery({
    queryKey: [...versionsKey, "history"],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: CatalogVersion[] }>(
        `/catalog/versions${pageParam ? `?before=${pageParam}` : ""}`,
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ items }) => {
      const oldest = items.at(-1)?.version ?? 0;
      return oldest > 2 ? oldest : null;
    },
    throwOnError: withoutData,
  });
}
