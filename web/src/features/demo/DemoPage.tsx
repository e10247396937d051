import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Progress } from "antd";
import { useEffect, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Operation } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import { useSay } from "~/kernel/i18n/language";
import { useOperation } from "~/kernel/operations/operations";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { PageSkeleton } from "~/ui/PageSkeleton";
import "./demo.css";
import { demoWords } from "./messages";

interface Demo {
  loaded: boolean;
  possible: boolean;
}

/** Fills an empty system with an invented company, and empties it again. */
export default function DemoPage() {
  const say = useSay(demoWords);
  const { administrator } = useSession().user;
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  return (
    <Page title={say("demo")} text={say("demoText")}>
      <DemoState />
    </Page>
  );
}

function DemoState() {
  const say = useSay(demoWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { busy, act } = useAct();
  const [started, setStarted] = useState<number | null>(null);
  const operation = useOperation(started).data;
  const running = operation?.status === "running";
  const demo = useQuery({
    queryKey: ["demo"],
    queryFn: ({ signal }) => api.get<Demo>("/demo", signal),
    throwOnError: withoutData,
  });
  const finished = operation !== undefined && !running;
  useEffect(() => {
    // Everything looks different now: people, tags, records.
    if (finished) queries.invalidateQueries();
  }, [finished, queries]);

  async function start(deed: () => Promise<Operation>) {
    await act(async () => setStarted((await deed()).id));
  }

  async function remove() {
    const sure = await modal.confirm({
      title: say("removeSure"),
      content: say("removeText"),
      okText: say("remove"),
      okButtonProps: { danger: true },
    });
    if (sure) await start(() => api.delete<Operation>("/demo", { said: null }));
  }

  if (running) {
    const title = say(demo.data?.loaded ? "removing" : "loading");
    const { done, total } = operation;
    return (
      <Panel title={title}>
        <Progress
          percent={total > 0 ? Math.floor((done / total) * 100) : 0}
          status="active"
          aria-label={title}
        />
      </Panel>
    );
  }
  if (!demo.data) return <PageSkeleton />;
  const { loaded, possible } = demo.data;
  return (
    <>
      {operation?.status === "failed" && <Alert type="error" showIcon title={say("failed")} role="alert" />}
      <Panel>
        <div className="demo">
          <div>
            <h2>{say(loaded ? "loaded" : possible ? "notLoaded" : "impossible")}</h2>
            <p className="quiet">
              {say(loaded ? "loadedText" : possible ? "notLoadedText" : "impossibleText")}
            </p>
          </div>
          {loaded ? (
            <Button danger loading={busy} onClick={remove}>
              {say("remove")}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={!possible}
              loading={busy}
              onClick={() => start(() => api.post<Operation>("/demo", {}, { said: null }))}
            >
              {say("load")}
            </Button>
          )}
        </div>
      </Panel>
    </>
  );
}
