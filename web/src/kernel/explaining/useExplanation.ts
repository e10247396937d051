import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { ValueExplanation } from "~/kernel/api/contract";
import { recordKeys } from "~/kernel/records/records";

/** How a value of a record came about. */
export function useExplanation(object: string, id: number, field: string) {
  return useQuery({
    queryKey: [...recordKeys.one(object, id), "explanation", field],
    queryFn: ({ signal }) =>
      api.get<ValueExplanation>(`/records/${object}/${id}/explanations/${field}`, signal),
  });
}
