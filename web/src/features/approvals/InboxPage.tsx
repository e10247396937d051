import { App, Button, Checkbox, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { ApprovalEntry } from "~/kernel/api/contract";
import { ApprovalView, StatusTag } from "~/kernel/approvals/ApprovalView";
import {
  MINE,
  type Mine,
  useApproval,
  useCounts,
  useEntries,
  useRefreshApprovals,
} from "~/kernel/approvals/approvals";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Inbox } from "~/ui/Inbox";
import { Page } from "~/ui/Page";
import { inboxWords } from "./messages";

/** What waits for me, what I have decided, asked for, or was told of; one of them beside the list. */
export default function InboxPage() {
  const say = useSay(inboxWords);
  const [address, change] = useAddressState();
  const mine = MINE.find(each => each === address.mine) ?? "waiting";
  const counts = useCounts();
  const open = address.approval ? Number(address.approval) : null;
  const label = (which: Mine) => {
    const count = which === "waiting" ? counts.data?.waiting : which === "copied" ? counts.data?.copied : 0;
    return count ? `${say(which)} ${count}` : say(which);
  };
  return (
    <Page title={say("approvals")}>
      <Inbox
        list={
          <>
            <Segmented<Mine>
              aria-label={say("approvals")}
              value={mine}
              options={MINE.map(which => ({ value: which, label: label(which) }))}
              onChange={next => change({ mine: next === "waiting" ? null : next, approval: null })}
            />
            <Entries mine={mine} open={open} onOpen={id => change({ approval: String(id) })} />
          </>
        }
        one={
          open === null ? null : (
            <One id={open} onDone={() => change({ approval: null }, { replace: true })} />
          )
        }
        hint={say("choose")}
        back={say("back")}
        onClose={() => change({ approval: null })}
      />
    </Page>
  );
}

function One({ id, onDone }: { id: number; onDone: () => void }) {
  const answer = useApproval(id);
  const refresh = useRefreshApprovals();
  const unread = answer.data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is opened
  useEffect(() => {
    if (unread) void api.put(`/approvals/${id}/read`, {}, { said: null }).then(refresh, () => undefined);
  }, [id, unread]);
  if (answer.isPending) return <Skeleton active />;
  if (!answer.data) return <EmptyState title={answer.error?.message} />;
  return <ApprovalView key={id} approval={answer.data} place="list" onDone={onDone} />;
}

function Entries({ mine, open, onOpen }: { mine: Mine; open: number | null; onOpen: (id: number) => void }) {
  const say = useSay(inboxWords);
  const { message } = App.useApp();
  const refresh = useRefreshApprovals();
  const { busy, act } = useAct();
  const [chosen, setChosen] = useState<number[]>([]);
  const answer = useEntries(mine);
  if (answer.isPending) return <Skeleton active />;
  const items = answer.data?.items ?? [];
  if (items.length === 0) {
    return mine === "waiting" ? (
      <EmptyState title={say("noWaiting")} text={say("noWaitingText")} />
    ) : (
      <EmptyState title={say("noOther")} />
    );
  }
  const tasks = items.flatMap(entry => entry.task ?? []);
  const selected = chosen.filter(task => tasks.includes(task));

  async function agree(ids: number[]) {
    await act(async () => {
      const told = await api.post<{ done: number; failed: { id: number; reason: string }[] }>(
        "/approvals/tasks/approve",
        { ids },
        { said: null },
      );
      const first = told.failed[0];
      if (first) {
        message.warning(
          say("agreedSome", { done: told.done, failed: told.failed.length, reason: first.reason }),
        );
      } else message.success(say("agreed"));
    });
    setChosen([]);
    await refresh();
  }

  return (
    <>
      {mine === "waiting" && items.length > 1 && (
        <div className="inbox-several">
          <Checkbox
            checked={selected.length === tasks.length}
            indeterminate={selected.length > 0 && selected.length < tasks.length}
            onChange={event => setChosen(event.target.checked ? tasks : [])}
          >
            {say("selectAll")}
          </Checkbox>
          {selected.length > 0 && (
            <Button type="primary" size="small" loading={busy} onClick={() => void agree(selected)}>
              {say("agreeSeveral", { count: selected.length })}
            </Button>
          )}
        </div>
      )}
      <ul className="inbox-entries">
        {items.map(entry => (
          <li key={entry.task ?? entry.approval} data-open={entry.approval === open}>
            <Entry
              entry={entry}
              mine={mine}
              busy={busy}
              chosen={entry.task !== null && selected.includes(entry.task)}
              onChoose={yes =>
                entry.task !== null &&
                setChosen(yes ? [...selected, entry.task] : selected.filter(task => task !== entry.task))
              }
              onOpen={() => onOpen(entry.approval)}
              onAgree={() => entry.task !== null && void agree([entry.task])}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface EntryProps {
  entry: ApprovalEntry;
  mine: Mine;
  busy: boolean;
  chosen: boolean;
  onChoose: (yes: boolean) => void;
  onOpen: () => void;
  onAgree: () => void;
}

function Entry({ entry, mine, busy, chosen, onChoose, onOpen, onAgree }: EntryProps) {
  const say = useSay(inboxWords);
  const title = entry.title ?? say("hidden", { label: entry.label, id: entry.record });
  const waiting = mine === "waiting";
  return (
    <>
      {waiting && (
        <Checkbox
          aria-label={say("select", { title })}
          checked={chosen}
          onChange={event => onChoose(event.target.checked)}
        />
      )}
      <button type="button" className="inbox-entry" onClick={onOpen}>
        <span className="inbox-title">
          <b data-unread={entry.unread}>{title}</b>
          {!waiting && <StatusTag status={entry.status} />}
        </span>
        <span className="quiet">
          {entry.label}
          {entry.step && ` · ${entry.step}`}
          {entry.actingFor && ` · ${say("actingFor", { name: entry.actingFor.label ?? "" })}`}
        </span>
        {entry.figures.length > 0 && (
          <span className="inbox-figures">
            {entry.figures.map(figure => (
              <span key={figure.name}>
                <span className="quiet">{figure.label}</span> {figure.text}
              </span>
            ))}
          </span>
        )}
        <span className="quiet number">
          {say("from", { name: entry.starter.label ?? "", at: wallTime(entry.at).slice(5) })}
          {entry.dueAt && waiting && ` · ${say("late", { at: wallTime(entry.dueAt).slice(5) })}`}
        </span>
      </button>
      {waiting && (
        <Button disabled={busy} aria-label={say("agreeOne", { title })} onClick={onAgree}>
          {say("agree")}
        </Button>
      )}
    </>
  );
}
