import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Announcement, AnnouncementReaders, Announcements } from "~/kernel/api/contract";
import type { Audience } from "~/kernel/people/AudienceFields";

const KEY = ["announcements"];

/** The announcements for me, or of everybody. */
export function useAnnouncements(all: boolean) {
  return useInfiniteQuery({
    queryKey: [...KEY, "list", all],
    queryFn: ({ pageParam, signal }) =>
      api.get<Announcements>(
        `/announcements?all=${all}${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ""}`,
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: page => page.next,
  });
}

export function useAnnouncement(id: number) {
  return useQuery({
    queryKey: [...KEY, "one", id],
    queryFn: ({ signal }) => api.get<Announcement>(`/announcements/${id}`, signal),
  });
}

/** Who has read it. */
export function useReaders(id: number) {
  return useQuery({
    queryKey: [...KEY, "readers", id],
    queryFn: ({ signal }) => api.get<AnnouncementReaders>(`/announcements/${id}/readers`, signal),
  });
}

export function useRefreshAnnouncements(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: KEY });
}

/** An announcement while it is being written. */
export interface AnnouncementDraft extends Audience {
  title: string;
  body: string | null;
  everybody: boolean;
  mustRead: boolean;
  until: string | null;
}

export const EMPTY: AnnouncementDraft = {
  title: "",
  body: null,
  everybody: true,
  people: [],
  departments: [],
  roles: [],
  mustRead: false,
  until: null,
};

export function draftOf(announcement: Announcement): AnnouncementDraft {
  const { title, body, mustRead, until, audience } = announcement;
  const ids = (all: { id: number }[] | undefined) => (all ?? []).map(({ id }) => id);
  return {
    title,
    body,
    mustRead,
    until: until ?? null,
    everybody: audience?.everybody ?? false,
    people: ids(audience?.people),
    departments: ids(audience?.departments),
    roles: ids(audience?.roles),
  };
}

/** As it goes over the wire: for everybody nobody is named. */
export function bodyOf(draft: AnnouncementDraft): object {
  const { people, departments, roles, ...rest } = draft;
  return draft.everybody ? rest : { ...rest, people, departments, roles };
}
