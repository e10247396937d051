import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { TargetMeasures } from "~/kernel/api/contract";
import { targetKeys } from "~/kernel/targets/targets";

/** By what one can aim, and whether one may set targets. */
export function useMeasures() {
  return useQuery({
    queryKey: targetKeys.measures,
    queryFn: ({ signal }) => api.get<TargetMeasures>("/targets", signal),
  });
}
