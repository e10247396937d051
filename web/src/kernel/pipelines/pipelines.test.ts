import { describe, expect, it } from "vitest";
import type { Pipelines } from "~/kernel/api/contract";
import { pipelineOf, progressOf, stagesOf } from "./pipelines";

const stage = (key: string) => ({ key, rate: "10", rottingDays: null, tasks: [], category: "pipeline" });
const two: Pipelines = {
  object: "deal",
  pipelineField: "pipeline",
  stageField: "stage",
  tasksField: "tasksDone",
  amountField: "amount",
  expectedField: "closeDate",
  version: 1,
  pipelines: [
    { key: "new", stages: [stage("talk"), stage("quote")] },
    { key: "renewal", stages: [stage("quote")] },
  ],
};

describe("pipelines", () => {
  it("end with won and lost", () => {
    expect(two.pipelines.map(stagesOf)).toEqual([
      ["talk", "quote", "won", "lost"],
      ["quote", "won", "lost"],
    ]);
  });

  it("are told by a filter that leaves only one of them", () => {
    const renewal = { field: "pipeline", op: "eq" as const, value: "renewal" };
    const mine = { field: "owner", op: "eq" as const, value: "me" };
    expect(pipelineOf(two, { and: [mine, renewal] })?.key).toBe("renewal");
    expect(pipelineOf(two, { or: [mine, renewal] })).toBeUndefined();
    expect(pipelineOf(two, null)).toBeUndefined();
  });

  it("tell how many tasks of its stage a record has done", () => {
    const tasks = ["a", "b"].map(key => ({ key, required: false }));
    const asked = {
      ...two,
      pipelines: [{ key: "new", stages: [{ ...stage("talk"), tasks }, stage("quote")] }],
    };
    const record = { id: 1, version: 1, pipeline: "new", stage: "talk", tasksDone: ["b", "gone"] };
    expect(progressOf(asked, record)).toEqual({ done: 1, of: 2 });
    expect(progressOf(asked, { ...record, tasksDone: null })).toEqual({ done: 0, of: 2 });
    expect(progressOf(asked, { ...record, stage: "quote" })).toBeUndefined();
    expect(progressOf(asked, { id: 1, version: 1, pipeline: "new", stage: "talk" })).toBeUndefined();
  });

  it("are no question where there is only one", () => {
    expect(pipelineOf({ ...two, pipelines: two.pipelines.slice(0, 1) }, null)?.key).toBe("new");
  });
});
