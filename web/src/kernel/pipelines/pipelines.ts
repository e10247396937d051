import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Filter, Pipelines } from "~/kernel/api/contract";

export type Pipeline = Pipelines["pipelines"][number];

export const pipelinesKey = ["pipelines"] as const;

/** What won or lost is: the end of every pipeline. */
export const ENDS = ["won", "lost"] as const;

/** The pipelines of an object; nothing where its records go through none. */
export function usePipelines(object: BusinessObject): Pipelines | undefined {
  const answer = useQuery({
    queryKey: pipelinesKey,
    queryFn: ({ signal }) => api.get<{ items: Pipelines[] }>("/pipelines", signal),
    enabled: object.capabilities.includes("pipelined"),
    staleTime: 60_000,
  });
  return answer.data?.items.find(each => each.object === object.name);
}

/** The stages of one pipeline in order, its ends last. */
export function stagesOf(pipeline: Pipeline): string[] {
  return [...pipeline.stages.map(stage => stage.key), ...ENDS];
}

/** The one pipeline that a filter leaves, or that there is. */
export function pipelineOf(pipelines: Pipelines | undefined, filter: Filter | null): Pipeline | undefined {
  if (!pipelines) return undefined;
  if (pipelines.pipelines.length === 1) return pipelines.pipelines[0];
  const key = fixedValue(filter, pipelines.pipelineField);
  return pipelines.pipelines.find(pipeline => pipeline.key === key);
}

/** The value that every record of a filter has in a field, if it says so outright. */
function fixedValue(filter: Filter | null, field: string): unknown {
  if (!filter) return undefined;
  if ("and" in filter)
    return filter.and.map(each => fixedValue(each, field)).find(value => value !== undefined);
  return "field" in filter && filter.field === field && filter.op === "eq" ? filter.value : undefined;
}
