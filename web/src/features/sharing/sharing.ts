import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Filter, Page, SharingPreview, SharingRule } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import { type Audience, isSomebody } from "~/kernel/people/AudienceFields";
import { useSettled } from "~/kernel/pickers/useSettled";

export const sharingKey = ["sharing-rules"] as const;

/** A rule while it is being written. */
export interface RuleDraft extends Audience {
  name: string;
  object: string;
  filter: Filter | null;
  right: "read" | "edit";
}

export function draftOf(rule: SharingRule): RuleDraft {
  const ids = (all: { id: number }[]) => all.map(({ id }) => id);
  return {
    name: rule.name,
    object: rule.object,
    filter: rule.filter as Filter,
    right: rule.right,
    people: ids(rule.people),
    departments: ids(rule.departments),
    roles: ids(rule.roles),
  };
}

export function useSharingRules() {
  return useQuery({
    queryKey: sharingKey,
    queryFn: ({ signal }) => api.get<Page<SharingRule>>("/sharing-rules", signal),
    throwOnError: withoutData,
  });
}

/** What the rule would open, asked when one pauses. */
export function useSharingPreview(draft: RuleDraft, rule: SharingRule | null) {
  const asked = useSettled(JSON.stringify({ ...draft, name: "–", id: rule?.id }), 500);
  return useQuery({
    queryKey: [...sharingKey, "preview", asked],
    queryFn: ({ signal }) => api.ask<SharingPreview>("/sharing-rules/preview", JSON.parse(asked), signal),
    enabled: draft.filter !== null && isSomebody(draft),
    retry: false,
    gcTime: 0,
  });
}
