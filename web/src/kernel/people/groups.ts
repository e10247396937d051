import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page, PeopleGroup } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";

export const groupsKey = ["groups"] as const;

/** The groups of people. */
export function useGroups() {
  return useQuery({
    queryKey: groupsKey,
    queryFn: ({ signal }) => api.get<Page<PeopleGroup>>("/groups", signal),
    throwOnError: withoutData,
  });
}

/** The same, to choose from. */
export function useGroupOptions(): { value: number; label: string }[] {
  return (useGroups().data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
