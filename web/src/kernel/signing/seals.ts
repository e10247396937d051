import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";

export type Seal = components["schemas"]["Seal"];

export const sealsKey = ["signing", "seals"] as const;

/** The seals of the company, for administrators. */
export function useSeals() {
  return useQuery({
    queryKey: sealsKey,
    queryFn: ({ signal }) => api.get<Page<Seal>>("/signing/seals", signal),
  });
}
