import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, ImportJob } from "~/kernel/api/contract";
import { useAddressState } from "~/kernel/navigation/navigation";
import { CheckStep } from "./CheckStep";
import { isUnderWay, type Run, runImport } from "./imports";
import { MatchStep } from "./MatchStep";
import { proposedMapping } from "./mapping";
import { Outcome } from "./Outcome";
import { Running } from "./Running";
import { Steps } from "./Steps";

interface Props {
  object: BusinessObject;
  job: ImportJob;
}

/** An import from the read file on; what the server says it is doing decides the step. */
export function Wizard({ object, job }: Props) {
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const [{ step }, change] = useAddressState();
  const [run, setRun] = useState<Omit<Run, "dryRun">>({
    mapping: proposedMapping(job),
    mode: job.mode,
    key: job.key,
    onDuplicate: job.onDuplicate,
  });

  const start = (dryRun: boolean) =>
    act(async () => {
      await runImport(queries, job.id, { ...run, dryRun });
      change({ step: null });
    });

  if (isUnderWay(job)) {
    return (
      <>
        <Steps current={job.status === "checking" ? "check" : "import"} />
        <Running job={job} />
      </>
    );
  }
  if (job.status === "checked" && step !== "match") {
    return (
      <>
        <Steps current="check" />
        <CheckStep
          object={object}
          job={job}
          busy={busy}
          onBack={() => change({ step: "match" })}
          onBegin={() => start(false)}
        />
      </>
    );
  }
  if (wroteSomething(job)) {
    return (
      <>
        <Steps current="import" finished={job.status === "done"} />
        <Outcome object={object} job={job} onAnother={() => change({ import: null, step: null })} />
      </>
    );
  }
  return (
    <>
      <Steps current="match" />
      <MatchStep
        object={object}
        job={job}
        run={run}
        onChange={setRun}
        busy={busy}
        onCheck={() => start(true)}
        onAnother={() => change({ import: null, step: null })}
      />
    </>
  );
}

/** A check that failed or was stopped leads back to the columns; a real run leads to its outcome. */
function wroteSomething(job: ImportJob): boolean {
  return job.status === "done" || (!job.dryRun && (job.status === "failed" || job.status === "cancelled"));
}
