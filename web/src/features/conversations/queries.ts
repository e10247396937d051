import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { ChatMessages, Conversation, Conversations, FoundMessages } from "~/kernel/api/contract";
import { conversationKeys } from "~/kernel/conversations/conversations";

export function useConversations() {
  return useInfiniteQuery({
    queryKey: conversationKeys.list,
    queryFn: ({ pageParam, signal }) =>
      api.get<Conversations>(`/conversations${pageParam ? `?after=${pageParam}` : ""}`, signal),
    initialPageParam: "",
    getNextPageParam: page => page.next,
  });
}

export function useConversation(id: number) {
  return useQuery({
    queryKey: [...conversationKeys.one(id), "whole"],
    queryFn: ({ signal }) => api.get<Conversation>(`/conversations/${id}`, signal),
  });
}

/** What was said, the newest page first; further pages go back. */
export function useMessages(id: number) {
  return useInfiniteQuery({
    queryKey: [...conversationKeys.one(id), "messages"],
    queryFn: ({ pageParam, signal }) =>
      api.get<ChatMessages>(
        `/conversations/${id}/messages${pageParam === null ? "" : `?before=${pageParam}`}`,
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: page => (page.more ? (page.items[0]?.id ?? null) : null),
  });
}

export function useFoundMessages(id: number, words: string) {
  return useQuery({
    queryKey: [...conversationKeys.one(id), "found", words],
    queryFn: ({ signal }) =>
      api.get<ChatMessages>(`/conversations/${id}/messages?q=${encodeURIComponent(words)}`, signal),
    enabled: words !== "",
  });
}

/** What was said in any of my conversations; further pages go back. */
export function useFoundAnywhere(words: string) {
  return useInfiniteQuery({
    queryKey: [...conversationKeys.list, "found", words],
    queryFn: ({ pageParam, signal }) =>
      api.get<FoundMessages>(
        `/conversations/found?q=${encodeURIComponent(words)}${pageParam === null ? "" : `&before=${pageParam}`}`,
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: page => (page.more ? (page.messages.at(-1)?.id ?? null) : null),
  });
}
