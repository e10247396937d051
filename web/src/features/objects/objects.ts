import { type QueryClient, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import { withoutData } from "~/kernel/api/failing";
import type { components } from "~/kernel/api/wire";
import { catalogKey } from "~/kernel/catalog/catalog";
import type { Words } from "./design";

export type DesignedObject = components["schemas"]["DesignedObject"];

export interface DeletedObject {
  name: string;
  label: Words;
  by: { id: number; label: string | null };
  until: string;
  restorable: boolean;
}

export interface Objects {
  version: number;
  items: DesignedObject[];
  deleted: DeletedObject[];
  capabilities: string[];
  applications: string[];
}

const objectsKey = ["design"] as const;

export function useObjects() {
  return useQuery({
    queryKey: [...objectsKey, "objects"],
    queryFn: ({ signal }) => api.get<Objects>("/catalog/objects", signal),
    throwOnError: withoutData,
  });
}

/** A change of an object shows in the navigation and everywhere else. */
export async function refreshObjects(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: objectsKey }),
    queries.invalidateQueries({ queryKey: catalogKey }),
  ]);
}
