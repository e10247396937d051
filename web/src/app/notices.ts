import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "~/kernel/api/api";
import type { Notice } from "~/kernel/api/contract";

interface NoticePage {
  items: Notice[];
  unread: number;
  next?: string | null;
}

export const noticeKey = ["notices"] as const;

export function useUnread(): number {
  const { data } = useQuery({
    queryKey: [...noticeKey, "unread"],
    queryFn: ({ signal }) => api.get<NoticePage>("/notifications?unread=true", signal),
  });
  return data?.unread ?? 0;
}

export function useNotices(unreadOnly: boolean) {
  return useInfiniteQuery({
    queryKey: [...noticeKey, "list", unreadOnly],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        ...(unreadOnly ? { unread: "true" } : {}),
        ...(pageParam ? { after: pageParam } : {}),
      });
      return api.get<NoticePage>(`/notifications?${query}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
  });
}

/** Marks one notice, or all of them, as read. */
export function useMarkRead(): (id: number | "all") => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async id => {
      await api.post(
        id === "all" ? "/notifications/read-all" : `/notifications/${id}/read`,
        {},
        { said: null },
      );
      await queries.invalidateQueries({ queryKey: noticeKey });
    },
    [queries],
  );
}
