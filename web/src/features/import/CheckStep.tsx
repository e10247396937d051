import { Alert, Button } from "antd";
import type { BusinessObject, ImportJob } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { ErrorWorkbook } from "./ErrorWorkbook";
import { importWords } from "./messages";
import { Verdicts } from "./Verdicts";

interface Props {
  object: BusinessObject;
  job: ImportJob;
  busy: boolean;
  onBack: () => void;
  onBegin: () => void;
}

/** The third step: what would happen to each row, before anything is written. */
export function CheckStep({ object, job, busy, onBack, onBegin }: Props) {
  const say = useSay(importWords);
  const { created, updated, marked, failed } = job.progress;
  const writes = created + updated + marked;
  return (
    <>
      {failed > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={say("someFailed", { count: failed })}
          action={<ErrorWorkbook job={job} />}
        />
      ) : (
        <Alert
          type={writes > 0 ? "success" : "warning"}
          showIcon
          title={say(writes > 0 ? "allGood" : "nothingToWrite")}
        />
      )}
      <Panel title={say("result")}>
        <Verdicts object={object} job={job} />
      </Panel>
      <div className="import-foot">
        <Button onClick={onBack}>{say("backToMatch")}</Button>
        <Button type="primary" loading={busy} disabled={writes === 0} onClick={onBegin}>
          {writes > 0 ? say("beginCount", { count: writes.toLocaleString() }) : say("begin")}
        </Button>
      </div>
    </>
  );
}
