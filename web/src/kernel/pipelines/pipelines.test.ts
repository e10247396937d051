import { describe, expect, it } from "vitest";
import type { Pipelines } from "~/kernel/api/contract";
import { pipelineOf, stagesOf } from "./pipelines";

const stage = (key: string) => ({ key, rate: "10", rottingDays: null });
const two: Pipelines = {
  object: "deal",
  pipelineField: "pipeline",
  stageField: "stage",
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

  it("are no question where there is only one", () => {
    expect(pipelineOf({ ...two, pipelines: two.pipelines.slice(0, 1) }, null)?.key).toBe("new");
  });
});
