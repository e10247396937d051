import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page, TimelineItem } from "~/kernel/api/contract";
import { recordStory } from "../saving/useSaveChange";

export type Kinds = "all" | TimelineItem["kind"];

/** What happened with a record, page after page, newest first. */
export function storyQuery(object: string, id: number, kinds: Kinds = "all") {
  return infiniteQueryOptions({
    queryKey: [...recordStory(object, id), "timeline", kinds],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (kinds !== "all") query.set("kinds", kinds);
      if (pageParam) query.set("after", pageParam);
      return api.get<Page<TimelineItem>>(`/records/${object}/${id}/timeline?${query}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
  });
}
