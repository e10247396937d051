import { Alert, Button } from "antd";
import dayjs from "dayjs";
import type { BusinessObject, ImportJob } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useGo } from "~/kernel/navigation/navigation";
import { useOperation } from "~/kernel/operations/operations";
import { UndoButton } from "~/kernel/operations/UndoButton";
import { Panel } from "~/ui/Page";
import { Counts } from "./Counts";
import { ErrorWorkbook } from "./ErrorWorkbook";
import { importedAddress } from "./importedAddress";
import { importWords } from "./messages";
import { Verdicts } from "./Verdicts";

interface Props {
  object: BusinessObject;
  job: ImportJob;
  onAnother: () => void;
}

/** The end of an import: what was written, what was not and why, and the way back. */
export function Outcome({ object, job, onAnother }: Props) {
  const say = useSay(importWords);
  const go = useGo();
  const operation = useOperation(job.operation).data;
  const undone = operation?.undoneBy != null;
  return (
    <>
      <Alert {...verdict()} showIcon />
      <Panel>
        <Counts progress={job.progress} />
        <div className="import-outcome">
          {!undone && (
            <Button type="primary" onClick={() => go(importedAddress(object, job))}>
              {say("seeImported", { object: object.plural })}
            </Button>
          )}
          <Button onClick={onAnother}>{say("importMore")}</Button>
          {job.progress.failed > 0 && <ErrorWorkbook job={job} />}
          {operation && <UndoButton operation={operation} />}
        </div>
      </Panel>
      <Panel>
        <Verdicts object={object} job={job} />
      </Panel>
    </>
  );

  function verdict(): {
    type: "success" | "warning" | "error" | "info";
    title: string;
    description?: string;
  } {
    if (undone) return { type: "info", title: say("undoneTitle"), description: say("undoneText") };
    if (job.status === "failed") {
      return { type: "error", title: say("failedTitle"), description: job.message ?? undefined };
    }
    if (job.status === "cancelled") return { type: "warning", title: say("cancelledTitle") };
    const { failed } = job.progress;
    return failed > 0
      ? { type: "warning", title: say("doneWithFaults", { count: failed }), description: took() }
      : { type: "success", title: say("done"), description: took() };
  }

  function took(): string | undefined {
    if (!job.startedAt || !job.finishedAt) return undefined;
    const seconds = Math.max(1, dayjs(job.finishedAt).diff(job.startedAt, "second"));
    const time =
      seconds < 60
        ? say("seconds", { count: seconds })
        : say("minutes", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
    return say("doneText", { time });
  }
}
