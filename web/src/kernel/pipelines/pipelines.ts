import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Filter, Pipelines, RecordData } from "~/kernel/api/contract";

export type Pipeline = Pipelines["pipelines"][number];

export type StageTask = Pipeline["stages"][number]["tasks"][number];

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

/** The fields by which one tells how far a record is with the tasks of its stage. */
export function progressFields(pipelines: Pipelines): string[] {
  return [pipelines.pipelineField, pipelines.stageField, pipelines.tasksField];
}

/** How many tasks of its stage a record has done; nothing where there are none, or where one may not see. */
export function progressOf(
  pipelines: Pipelines,
  record: RecordData,
): { done: number; of: number } | undefined {
  const tasks = pipelines.pipelines
    .find(pipeline => pipeline.key === record[pipelines.pipelineField])
    ?.stages.find(stage => stage.key === record[pipelines.stageField])?.tasks;
  const done = record[pipelines.tasksField];
  if (!tasks?.length || done === undefined || typeof done === "string") return undefined;
  const ticked = (done as string[] | null) ?? [];
  return { done: tasks.filter(task => ticked.includes(task.key)).length, of: tasks.length };
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
