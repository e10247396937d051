import { App, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Approval } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useRefreshApprovals } from "./approvals";
import { approvalWords } from "./messages";
import { TaskActs } from "./TaskActs";

interface Props {
  approval: Approval;
  /** The task is dealt with; what comes next. */
  onDone?: () => void;
}

/** What somebody can do with an approval: agree with one tap, or anything else. */
export function Acts({ approval, onDone }: Props) {
  return (
    <div className="approval-acts">
      {approval.mine.map(task => (
        <TaskActs key={task.id} approval={approval} task={task} onDone={onDone} />
      ))}
      <OwnActs approval={approval} />
    </div>
  );
}

const TakeBackApproved = lazy(() => import("./TakeBackApproved"));

const OWN = ["resubmit", "urge", "withdraw", "terminate"] as const;
const BACK = ["revoke", "wantBack"] as const;

/** What whoever asked, and an administrator, can do. */
function OwnActs({ approval }: { approval: Approval }) {
  const say = useSay(approvalWords);
  const { modal } = App.useApp();
  const refresh = useRefreshApprovals();
  const { busy, act } = useAct();
  const [asked, setAsked] = useState<(typeof BACK)[number] | null>(null);
  const own = OWN.filter(what => approval.can.includes(what));
  const back = BACK.filter(what => approval.can.includes(what));
  if (own.length + back.length + approval.takesBack.length === 0) return null;

  const run = async (what: (typeof OWN)[number]) => {
    if (await act(() => api.post(`/approvals/${approval.id}/${what}`, {}, { said: say("done") })))
      await refresh();
  };
  const ask = (what: (typeof OWN)[number]) => {
    if (what === "resubmit" || what === "urge") return void run(what);
    modal.confirm({
      title: say(what === "withdraw" ? "withdrawAsk" : "terminateAsk"),
      okText: say(what),
      okButtonProps: { danger: true },
      onOk: () => run(what),
    });
  };
  const takeBack = async () => {
    const number = approval.takesBack.at(-1);
    const path = `/approvals/tasks/of/${approval.id}/${number}/take-back`;
    if (await act(() => api.post(path, {}, { said: say("done") }))) await refresh();
  };

  return (
    <div className="approval-buttons">
      {own.map(what => (
        <Button
          key={what}
          loading={busy}
          type={what === "resubmit" ? "primary" : "default"}
          danger={what === "terminate"}
          onClick={() => ask(what)}
        >
          {say(what)}
        </Button>
      ))}
      {back.map(what => (
        <Button key={what} danger={what === "revoke"} onClick={() => setAsked(what)}>
          {say(what)}
        </Button>
      ))}
      {asked && (
        <Suspense>
          <TakeBackApproved approval={approval} what={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
      {approval.takesBack.length > 0 && (
        <Button disabled={busy} onClick={() => void takeBack()}>
          {say("takeBack")}
        </Button>
      )}
    </div>
  );
}
