import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";

export type OfferedLayout = components["schemas"]["OfferedLayout"];

export const layoutsKey = ["paper-layouts"] as const;

/** By what the records of an object can be printed; the standard first. */
export function useOfferedLayouts(object: string, wanted = true) {
  const offered = useQuery({
    queryKey: [...layoutsKey, "offered", object],
    queryFn: ({ signal }) => api.get<Page<OfferedLayout>>(`/paper-layouts/offered/${object}`, signal),
    enabled: wanted,
  });
  const items = offered.data?.items ?? [];
  return [...items].sort((one, other) => Number(other.standard) - Number(one.standard));
}
