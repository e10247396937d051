import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Progress } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import type { ImportJob } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { Counts } from "./Counts";
import { cancelImport } from "./imports";
import { importWords } from "./messages";

/** How far a check or an import is; it goes on whether or not anyone watches. */
export function Running({ job }: { job: ImportJob }) {
  const say = useSay(importWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { busy, act } = useAct();
  const { progress } = job;
  const checking = job.status === "checking";
  const title = say(checking ? "checking" : "importing");

  async function cancel() {
    const sure =
      checking ||
      (await modal.confirm({
        title: say("cancelSure"),
        content: say("cancelText", { count: progress.created + progress.updated + progress.marked }),
        okText: say("stop"),
        cancelText: say("goOn"),
        okButtonProps: { danger: true },
      }));
    if (sure) await act(() => cancelImport(queries, job.id));
  }

  return (
    <Panel title={title}>
      <Progress
        percent={progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0}
        status="active"
        aria-label={title}
      />
      <p className="number">
        {say("progressOf", {
          done: progress.done.toLocaleString(),
          total: progress.total.toLocaleString(),
        })}
      </p>
      <Counts progress={progress} />
      <div className="import-foot">
        <span className="quiet">{say("leaveNote")}</span>
        <Button loading={busy} onClick={cancel}>
          {say(checking ? "cancelCheck" : "cancel")}
        </Button>
      </div>
    </Panel>
  );
}
