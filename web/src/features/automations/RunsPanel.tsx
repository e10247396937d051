import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Segmented, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { designerWords, runWords } from "./messages";
import type { Automation, StepKind } from "./plan";

export interface Run {
  id: number;
  edition: number;
  object: string;
  record: number;
  title: string | null;
  status: "live" | "done" | "failed" | "stopped";
  reason: string | null;
  dueAt: string;
  error: string | null;
  startedAt: string;
  endedAt: string | null;
}

interface Taken {
  node: string;
  name: string;
  kind: StepKind | null;
  at: string;
  outcome: string;
  note: string | null;
}

const STATUS_COLOURS = { live: "processing", done: "success", failed: "error", stopped: "default" };

/** What records went through, newest first. */
export function RunsPanel({ automation }: { automation: Automation }) {
  const say = useSay(runWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { busy, act } = useAct();
  const [status, setStatus] = useState("all");
  const [open, setOpen] = useState<Run | null>(null);
  const key = ["automation-runs", automation.id, status];
  const runs = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams();
      if (status !== "all") asked.set("status", status);
      if (pageParam !== null) asked.set("before", String(pageParam));
      return api.get<{ items: Run[]; next: number | null }>(
        `/workflows/${automation.id}/runs?${asked}`,
        signal,
      );
    },
    getNextPageParam: page => page.next,
  });
  const items = runs.data?.pages.flatMap(page => page.items) ?? [];
  const settle = (run: Run, how: "retry" | "dismiss") =>
    act(async () => {
      const said = { said: say(how === "retry" ? "triedAgain" : "dismissed") };
      await api.post(`/workflows/runs/${run.id}/${how}`, {}, said);
      await queries.invalidateQueries({ queryKey: ["automation-runs", automation.id] });
      await queries.invalidateQueries({ queryKey: ["automation-counts", automation.id] });
    });
  const end = () =>
    modal.confirm({
      title: say("endAsk", { count: automation.runs.live }),
      okButtonProps: { danger: true },
      onOk: async () => {
        await api.post(`/workflows/${automation.id}/end`, {}, { said: say("endedAll") });
        await queries.invalidateQueries({ queryKey: ["automation-runs", automation.id] });
      },
    });
  return (
    <Panel title={say("runs")}>
      <div className="automation-runs-head">
        <Segmented
          value={status}
          options={(["all", "live", "done", "failed", "stopped"] as const).map(each => ({
            value: each,
            label: say(each),
          }))}
          onChange={setStatus}
        />
        {automation.runs.live > 0 && (
          <Button danger onClick={end}>
            {say("endAll")}
          </Button>
        )}
      </div>
      {runs.isPending && <Skeleton active />}
      {runs.isSuccess && items.length === 0 && <p className="quiet">{say("noRuns")}</p>}
      <ul className="automation-runs">
        {items.map(run => (
          <li key={run.id}>
            <Tag color={STATUS_COLOURS[run.status]}>{say(run.status)}</Tag>
            <span className="automation-run">
              {run.title === null ? (
                <span className="quiet">{say("gone")}</span>
              ) : (
                <Link href={addressOf.record(run.object, run.record)}>{run.title}</Link>
              )}
              <span className="quiet">
                {wallTime(run.startedAt)} · {say("edition", { edition: run.edition })}
                {run.status === "live" && ` · ${say("waitsUntil", { at: wallTime(run.dueAt) })}`}
                {run.reason && ` · ${say(run.reason as "loop")}`}
              </span>
              {run.error && <span className="form-row-error">{run.error}</span>}
            </span>
            {run.status === "failed" && (
              <>
                <Button size="small" disabled={busy} onClick={() => void settle(run, "retry")}>
                  {say("again")}
                </Button>
                <Button size="small" disabled={busy} onClick={() => void settle(run, "dismiss")}>
                  {say("dismiss")}
                </Button>
              </>
            )}
            <Button size="small" onClick={() => setOpen(run)}>
              {say("steps")}
            </Button>
          </li>
        ))}
      </ul>
      {runs.hasNextPage && (
        <Button loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          {say("older")}
        </Button>
      )}
      {open && <Steps run={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function Steps({ run, onClose }: { run: Run; onClose: () => void }) {
  const say = useSay(runWords);
  const sayKinds = useSay(designerWords);
  const answer = useQuery({
    queryKey: ["automation-run", run.id],
    queryFn: ({ signal }) => api.get<{ steps: Taken[] }>(`/workflows/runs/${run.id}`, signal),
  });
  return (
    <Drawer
      open
      size={480}
      title={say("stepsOf", { title: run.title ?? `#${run.record}` })}
      onClose={onClose}
    >
      {answer.isPending && <Skeleton active />}
      <ol className="automation-steps">
        {(answer.data?.steps ?? []).map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step may be there twice, and nothing moves
          <li key={at}>
            <b>{step.name || (step.kind ? sayKinds(step.kind) : step.node)}</b>{" "}
            <Tag color={step.outcome === "failed" ? "error" : undefined}>
              {step.outcome === "way" ? say("done") : say(step.outcome as "done")}
            </Tag>
            <span className="quiet">{wallTime(step.at)}</span>
            {step.note && <div className="quiet">{step.note}</div>}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
