import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page, View } from "~/kernel/api/contract";
import { useLanguage } from "~/kernel/i18n/language";
import type { Arrangement } from "../arrangement";

const viewsKey = (object: string) => ["views", object] as const;

/** The saved views of an object: the definition's own, mine, and those shared with me. */
export function useViews(object: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...viewsKey(object), language],
    queryFn: ({ signal }) => api.get<Page<View>>(`/views?object=${object}`, signal),
    select: page => inOrder(page.items),
    staleTime: 60_000,
  });
}

/** Pinned ones first, then the definition's own, then mine, then shared ones; each by position. */
export function inOrder(views: View[]): View[] {
  const rank = (view: View) => (view.pinned ? 0 : view.builtin ? 1 : view.mine ? 2 : 3);
  return [...views].sort(
    (one, other) => rank(one) - rank(other) || (one.position ?? 0) - (other.position ?? 0),
  );
}

/** The view of an address: the one it names, else the definition's first. */
export function viewOf(views: View[], id: string | undefined): View | undefined {
  if (id !== undefined) return views.find(view => String(view.id) === id);
  return views.find(view => view.builtin) ?? views[0];
}

interface SaveView {
  /** Absent for a new one. */
  id?: View["id"];
  change: Partial<Pick<View, "name" | "shared" | "pinned">> & Partial<Arrangement>;
  said?: string;
}

export function useSaveView(object: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change, said }: SaveView) =>
      id === undefined
        ? api.post<View>("/views", { object, ...change }, { said })
        : api.patch<View>(`/views/${id}`, change, { said }),
    onSuccess: () => queries.invalidateQueries({ queryKey: viewsKey(object) }),
  });
}

export function useDeleteView(object: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, said }: { id: View["id"]; said: string }) =>
      api.delete<void>(`/views/${id}`, { said }),
    onSuccess: () => queries.invalidateQueries({ queryKey: viewsKey(object) }),
  });
}
