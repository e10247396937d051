import { DownOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Input } from "antd";
import { lazy, Suspense, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Approval } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { type MyTask, useRefreshApprovals } from "./approvals";
import { approvalWords } from "./messages";

const PassOn = lazy(() => import("./PassOn"));

/** What needs more than a word. */
export type Passing = "return" | "transfer" | "delegate" | "add-signer";

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

function TaskActs({ task, approval, onDone }: { task: MyTask; approval: Approval; onDone?: () => void }) {
  const say = useSay(approvalWords);
  const refresh = useRefreshApprovals();
  const { busy, act } = useAct();
  const [comment, setComment] = useState("");
  const [missing, setMissing] = useState(false);
  const [passing, setPassing] = useState<Passing | null>(null);

  async function decide(what: "approve" | "reject") {
    if (what === "reject" && comment.trim() === "") {
      setMissing(true);
      return;
    }
    const done = await act(() =>
      api.post(`/approvals/tasks/${task.id}/${what}`, { comment }, { said: say("done") }),
    );
    if (done) {
      setComment("");
      await refresh();
      onDone?.();
    }
  }

  return (
    <div className="approval-task">
      {task.actingFor && <p className="quiet">{say("actingFor", { name: task.actingFor.label ?? "" })}</p>}
      <Input.TextArea
        aria-label={say("comment")}
        placeholder={say("comment")}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={2000}
        status={missing ? "error" : undefined}
        value={comment}
        onChange={event => {
          setComment(event.target.value);
          setMissing(false);
        }}
      />
      {missing && (
        <p className="form-row-error" role="alert">
          {say("commentNeeded")}
        </p>
      )}
      <div className="approval-buttons">
        <Button type="primary" loading={busy} onClick={() => void decide("approve")}>
          {say(task.opinion ? "opinionAgree" : "agree")}
        </Button>
        <Button danger disabled={busy} onClick={() => void decide("reject")}>
          {say(task.opinion ? "opinionRefuse" : "refuse")}
        </Button>
        {!task.opinion && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: [
                { key: "return", label: say("giveBack") },
                { key: "transfer", label: say("transfer") },
                { key: "delegate", label: say("delegate") },
                { key: "add-signer", label: say("addSigner") },
              ],
              onClick: ({ key }) => setPassing(key as Passing),
            }}
          >
            <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
              {say("more")}
            </Button>
          </Dropdown>
        )}
      </div>
      {passing && (
        <Suspense>
          <PassOn
            what={passing}
            task={task}
            starter={approval.starter.id}
            comment={comment}
            onClose={done => {
              setPassing(null);
              if (done) {
                setComment("");
                onDone?.();
              }
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

const OWN = ["resubmit", "urge", "withdraw", "terminate"] as const;

/** What whoever asked, and an administrator, can do. */
function OwnActs({ approval }: { approval: Approval }) {
  const say = useSay(approvalWords);
  const { modal } = App.useApp();
  const refresh = useRefreshApprovals();
  const { busy, act } = useAct();
  const own = OWN.filter(what => approval.can.includes(what));
  if (own.length === 0 && approval.takesBack.length === 0) return null;

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
      {approval.takesBack.length > 0 && (
        <Button disabled={busy} onClick={() => void takeBack()}>
          {say("takeBack")}
        </Button>
      )}
    </div>
  );
}
