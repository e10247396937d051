import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page, Role } from "~/kernel/api/contract";

/** The roles to choose from. */
export function useRoleOptions(): { value: number; label: string }[] {
  const roles = useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => api.get<Page<Role>>("/roles", signal),
  });
  return (roles.data?.items ?? []).map(role => ({ value: role.id, label: role.name }));
}
