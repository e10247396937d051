import { type QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Invitation, Page, Role, User } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";

export interface UserSearch {
  words: string;
  department: number | null;
  active: boolean | null;
}

export function useUsers({ words, department, active }: UserSearch) {
  return useInfiniteQuery({
    queryKey: ["users", words, department, active],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (words) query.set("q", words);
      if (department !== null) query.set("department", String(department));
      if (active !== null) query.set("active", String(active));
      if (pageParam) query.set("after", pageParam);
      return api.get<Page<User>>(`/users?${query}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
    throwOnError: withoutData,
  });
}

export function useInvitations() {
  return useQuery({
    queryKey: ["users", "invitations"],
    queryFn: ({ signal }) => api.get<Page<Invitation>>("/invitations", signal),
    throwOnError: withoutData,
  });
}

export function useRoles() {
  return useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => api.get<Page<Role>>("/roles", signal),
    throwOnError: withoutData,
  });
}

/** People, departments and roles show each other's names and counts: a change of one reads all anew. */
export async function refreshOrganisation(queries: QueryClient): Promise<void> {
  await Promise.all(
    ["users", "departments", "roles", "people"].map(key => queries.invalidateQueries({ queryKey: [key] })),
  );
}
