import { DownOutlined } from "@ant-design/icons";
import { App, Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Approval } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { type MyTask, useRefreshApprovals } from "./approvals";
import { FillIn } from "./FillIn";
import { approvalWords } from "./messages";
import { type Named, NamePeople, namesOf } from "./NamePeople";
import type { Passing } from "./PassOn";
import { NOTHING_SAID, Saying, saidOf } from "./Saying";
import { NOTHING_TYPED, placesOf, writtenIn } from "./written";

const PassOn = lazy(() => import("./PassOn"));

interface Props {
  task: MyTask;
  approval: Approval;
  /** The task is dealt with; what comes next. */
  onDone?: () => void;
}

/** What somebody can do with a task of theirs: agree with one tap, or anything else. */
export function TaskActs({ task, approval, onDone }: Props) {
  const say = useSay(approvalWords);
  const refresh = useRefreshApprovals();
  const refusalText = useRefusalText();
  const { message } = App.useApp();
  const [said, setSaid] = useState(NOTHING_SAID);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [named, setNamed] = useState<Named>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [passing, setPassing] = useState<Passing | null>(null);

  // What is written may lead to a step that nobody foresaw; the refusal says so.
  const choices = task.choices.filter(
    choice => task.toName.includes(choice.node) || `chosen.${choice.node}` in errors || choice.node in named,
  );

  async function decide(what: "approve" | "reject") {
    if (what === "reject" && said.comment.trim() === "") {
      setErrors({ comment: say("commentNeeded") });
      return;
    }
    setBusy(true);
    setErrors({});
    try {
      const seen = { ...saidOf(said), form: approval.form };
      const body =
        what === "approve" ? { ...seen, values: writtenIn(task, typed), chosen: namesOf(named) } : seen;
      await api.post(`/approvals/tasks/${task.id}/${what}`, body, { said: say("done") });
      setSaid(NOTHING_SAID);
      setTyped(NOTHING_TYPED);
      setNamed({});
      await refresh();
      onDone?.();
    } catch (cause) {
      await explain(cause);
    }
    setBusy(false);
  }

  /** At the field where it is one; what was changed meanwhile is shown, and what was typed stays. */
  async function explain(cause: unknown) {
    const fields = cause instanceof Problem ? cause.byField() : {};
    setErrors(fields);
    const shown = [...placesOf(task), ...task.choices.map(choice => `chosen.${choice.node}`)];
    if (!shown.some(name => fields[name])) message.error(refusalText(cause));
    if (cause instanceof Problem && cause.code === "formChanged") await refresh();
  }

  return (
    <div className="approval-task">
      {task.actingFor && <p className="quiet">{say("actingFor", { name: task.actingFor.label ?? "" })}</p>}
      <FillIn task={task} object={approval.object} typed={typed} errors={errors} onType={setTyped} />
      <NamePeople choices={choices} named={named} errors={errors} onName={setNamed} />
      <Saying
        label={say("comment")}
        said={said}
        error={errors.comment ?? errors.files}
        onChange={next => {
          setSaid(next);
          setErrors(({ comment: _, files: __, ...others }) => others);
        }}
      />
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
            said={said}
            onClose={done => {
              setPassing(null);
              if (done) {
                setSaid(NOTHING_SAID);
                onDone?.();
              }
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
