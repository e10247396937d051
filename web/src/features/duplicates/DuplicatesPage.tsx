import { SearchOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Progress, Segmented, Skeleton } from "antd";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { mergeOf } from "~/kernel/merging/merging";
import { useAddressState } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import {
  cancelScan,
  type DuplicateGroup,
  groupsKey,
  setIgnored,
  startScan,
  stateKey,
  useDuplicateGroups,
  useDuplicateState,
} from "./duplicates";
import { GroupCard } from "./GroupCard";
import { IgnoredPairs } from "./IgnoredPairs";
import { MergeCertain } from "./MergeCertain";
import { duplicateWords } from "./messages";
import "./duplicates.css";

const MergeDialog = lazy(() => import("~/kernel/merging/MergeDialog"));

/** What is the same but written differently, object by object. */
export default function DuplicatesPage() {
  const say = useSay(duplicateWords);
  const catalog = useCatalog();
  const [address, setAddress] = useAddressState();
  const objects = catalog.objects.filter(object => mergeOf(object));
  const object = objects.find(each => each.name === address.object) ?? objects[0];
  if (!object) return <EmptyState title={say("notAllowed")} />;
  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        objects.length > 1 && (
          <Segmented
            value={object.name}
            options={objects.map(each => ({ value: each.name, label: each.plural }))}
            onChange={name => setAddress({ object: name }, { replace: true })}
          />
        )
      }
    >
      <Centre key={object.name} object={object} />
    </Page>
  );
}

function Centre({ object }: { object: BusinessObject }) {
  const say = useSay(duplicateWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { busy, act } = useAct();
  const state = useDuplicateState(object.name);
  const groups = useDuplicateGroups(object.name);
  const [comparing, setComparing] = useState<DuplicateGroup | null>(null);
  const [certain, setCertain] = useState(false);
  const [looking, setLooking] = useState(false);
  const scan = state.data?.scan ?? null;
  const running = scan?.status === "running";
  useWhenDone(running, () => void queries.invalidateQueries({ queryKey: groupsKey(object.name) }));
  const items = groups.data?.pages.flatMap(page => page.items) ?? [];

  const begin = () =>
    act(async () => queries.setQueryData(stateKey(object.name), await startScan(object.name)));
  const stop = () =>
    act(async () => queries.setQueryData(stateKey(object.name), await cancelScan(object.name)));
  const refresh = () => queries.invalidateQueries({ queryKey: ["duplicates", object.name] });

  const ignore = (group: DuplicateGroup) =>
    act(async () => {
      const ids = group.records.map(record => record.id);
      await setIgnored(object.name, ids, true);
      await refresh();
      const key = `ignored-${group.id}`;
      void message.success({
        key,
        content: (
          <>
            {say("ignored")}
            <Button
              type="link"
              size="small"
              onClick={() =>
                void act(async () => {
                  await setIgnored(object.name, ids, false);
                  void message.success({ key, content: say("takenBack") });
                })
              }
            >
              {say("takeBack")}
            </Button>
          </>
        ),
        duration: 8,
      });
    });

  if (state.isPending || groups.isPending) return <Skeleton active />;
  if (state.error || groups.error) return <EmptyState title={(state.error ?? groups.error)?.message} />;
  return (
    <>
      <Panel>
        <div className="duplicates-state">
          <span>
            {running
              ? say("running", { count: scan.records })
              : scan
                ? say("last", {
                    at: wallTime(scan.finishedAt ?? scan.startedAt),
                    count: scan.records,
                  })
                : say("never")}
          </span>
          {running ? (
            <>
              <Progress percent={scan.percent} size="small" className="duplicates-progress" />
              <Button loading={busy} onClick={() => void stop()}>
                {say("cancel")}
              </Button>
            </>
          ) : (
            <Button
              type={scan ? "default" : "primary"}
              icon={<SearchOutlined aria-hidden />}
              loading={busy}
              onClick={() => void begin()}
            >
              {say(scan ? "again" : "scan")}
            </Button>
          )}
          <Button type="link" onClick={() => setLooking(true)}>
            {say("ignoredList")}
          </Button>
          {items.some(group => group.certain) && !running && (
            <Button type="primary" onClick={() => setCertain(true)}>
              {say("mergeCertain")}
            </Button>
          )}
        </div>
        {(scan?.status === "failed" || scan?.status === "cancelled") && (
          <Alert type="warning" showIcon title={say(scan.status)} />
        )}
      </Panel>
      {items.length > 0 && <h2 className="duplicates-found">{say("found", { count: state.data.groups })}</h2>}
      {items.map(group => (
        <GroupCard
          key={group.id}
          object={object}
          group={group}
          busy={busy}
          onCompare={() => setComparing(group)}
          onIgnore={() => void ignore(group)}
        />
      ))}
      {groups.hasNextPage && (
        <Button loading={groups.isFetchingNextPage} onClick={() => void groups.fetchNextPage()}>
          {say("more")}
        </Button>
      )}
      {items.length === 0 &&
        (scan ? (
          !running && <EmptyState title={say("none")} text={say("noneText")} />
        ) : (
          <EmptyState title={say("never")} text={say("neverText", { name: object.plural })} />
        ))}
      {comparing && (
        <Suspense>
          <MergeDialog
            object={object}
            ids={comparing.records.map(record => record.id)}
            onClose={() => setComparing(null)}
          />
        </Suspense>
      )}
      {looking && <IgnoredPairs object={object} onClose={() => setLooking(false)} />}
      {certain && <MergeCertain object={object} onClose={() => setCertain(false)} />}
    </>
  );
}

/** Once what was running runs no more. */
function useWhenDone(running: boolean, done: () => void) {
  const before = useRef(running);
  useEffect(() => {
    if (before.current && !running) done();
    before.current = running;
  });
}
