import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "~/kernel/api/api";
import type { Conversation, Labelled } from "~/kernel/api/contract";

export const conversationKeys = {
  all: ["conversations"] as const,
  list: ["conversations", "list"] as const,
  unread: ["conversations", "unread"] as const,
  one: (id: number) => ["conversations", "one", id] as const,
};

/** How many messages are new, but for muted conversations; the server counts to 100. */
export function useUnreadMessages(): number {
  const { data } = useQuery({
    queryKey: conversationKeys.unread,
    queryFn: ({ signal }) => api.get<{ unread: number }>("/conversations/unread", signal),
  });
  return data?.unread ?? 0;
}

/** Reads again what a conversation shows, wherever it is shown. */
export function useRefreshConversation(): (id: number) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async id => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: conversationKeys.list }),
        queries.invalidateQueries({ queryKey: conversationKeys.unread }),
        queries.invalidateQueries({ queryKey: conversationKeys.one(id) }),
      ]);
    },
    [queries],
  );
}

/** The conversation with one colleague, or a new group of several. */
export function beginConversation(people: Labelled[], title: string): Promise<Conversation> {
  const [first] = people;
  const body =
    people.length === 1 && first ? { person: first.id } : { title, people: people.map(person => person.id) };
  return api.post<Conversation>("/conversations", body, { said: null });
}

/** Where a conversation is read. */
export function addressOfConversation(id: number): string {
  return `/conversations?open=${id}`;
}
