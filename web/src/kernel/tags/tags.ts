import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Tag } from "~/kernel/api/contract";

export const tagKeys = { object: (object: string) => ["tags", object] as const };

export function useTags(object: string | undefined) {
  return useQuery({
    queryKey: tagKeys.object(object ?? ""),
    queryFn: ({ signal }) => api.get<{ items: Tag[]; mayCreate: boolean }>(`/tags?object=${object}`, signal),
    staleTime: 60_000,
    enabled: Boolean(object),
  });
}

export function tagColor(tags: Tag[] | undefined, name: string): string | undefined {
  return tags?.find(tag => tag.name === name)?.color ?? undefined;
}
