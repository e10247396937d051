import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { components } from "~/kernel/api/wire";

export type Branding = components["schemas"]["Branding"];

export const brandingKey = ["branding"] as const;

/** Whose house this is; known before anybody has signed in. */
export function useBranding(): Branding | undefined {
  return useQuery({
    queryKey: brandingKey,
    queryFn: ({ signal }) => api.get<Branding>("/branding", signal),
    staleTime: 300_000,
  }).data;
}
