import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import { withoutData } from "~/kernel/api/failing";
import type { components } from "~/kernel/api/wire";
import { inDraft, type Words } from "./design";

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

export function useObjects(draft: string | null) {
  return useQuery({
    queryKey: ["design", "objects", draft],
    queryFn: ({ signal }) => api.get<Objects>(inDraft("/catalog/objects", draft), signal),
    throwOnError: withoutData,
  });
}
