import { Modal, Radio, Select } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { Labelled } from "~/kernel/api/contract";
import { Refused } from "~/kernel/editing/Refused";
import { useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { type MyTask, useRefreshApprovals } from "./approvals";
import { approvalWords } from "./messages";
import { type Said, Saying, saidOf } from "./Saying";

/** What needs more than a word. */
export type Passing = "return" | "transfer" | "delegate" | "add-signer";

interface Props {
  what: Passing;
  task: MyTask;
  /** Who asked: nobody approves their own. */
  starter: number;
  /** What was begun to be said already. */
  said: Said;
  onClose: (done: boolean) => void;
}

const TITLES = {
  return: "giveBack",
  transfer: "transfer",
  delegate: "delegate",
  "add-signer": "addSigner",
} as const;

/** Returns a task, gives it to somebody else, asks for an opinion, or asks more people. */
export default function PassOn({ what, task, starter, said: begun, onClose }: Props) {
  const say = useSay(approvalWords);
  const refresh = useRefreshApprovals();
  const [said, setSaid] = useState(begun);
  const [person, setPerson] = useState<Labelled | null>(null);
  const [people, setPeople] = useState<Labelled[]>([]);
  const [where, setWhere] = useState("before");
  const [mode, setMode] = useState("all");
  const [to, setTo] = useState(task.returns[0]?.node ?? "start");
  const [directly, setDirectly] = useState(true);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const body = {
    return: { to, directly },
    transfer: { person: person?.id },
    delegate: { person: person?.id },
    "add-signer": { people: people.map(each => each.id), where, mode },
  }[what];
  const ready =
    what === "return"
      ? said.comment.trim() !== ""
      : what === "add-signer"
        ? people.length > 0
        : person !== null;

  async function go() {
    setBusy(true);
    setRefusal(null);
    try {
      await api.post(
        `/approvals/tasks/${task.id}/${what}`,
        { ...body, ...saidOf(said) },
        { said: say("done") },
      );
      await refresh();
      onClose(true);
    } catch (cause) {
      setRefusal(cause);
    }
    setBusy(false);
  }

  return (
    <Modal
      open
      title={say(TITLES[what])}
      okText={say(TITLES[what])}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => void go()}
      onCancel={() => onClose(false)}
    >
      <Refused refusal={refusal} />
      {what === "return" && (
        <>
          <FormRow id="pass-to" label={say("backTo")} required>
            <Select
              id="pass-to"
              style={{ width: "100%" }}
              value={to}
              options={task.returns.map(target => ({
                value: target.node,
                label: target.node === "start" ? say("starter") : target.name || say("approval"),
              }))}
              onChange={setTo}
            />
          </FormRow>
          <FormRow id="pass-how" label={say("afterwards")}>
            <Radio.Group
              id="pass-how"
              value={directly}
              options={[
                { value: true, label: say("directly") },
                { value: false, label: say("stepwise") },
              ]}
              onChange={event => setDirectly(event.target.value === true)}
            />
          </FormRow>
        </>
      )}
      {(what === "transfer" || what === "delegate") && (
        <FormRow
          id="pass-whom"
          label={say(what === "transfer" ? "whom" : "whomAsk")}
          required
          help={say(what === "transfer" ? "transferText" : "delegateText")}
        >
          <PersonPicker id="pass-whom" except={starter} value={person} onChange={setPerson} />
        </FormRow>
      )}
      {what === "add-signer" && (
        <>
          <FormRow id="pass-whom" label={say("whomAdd")} required>
            <PeoplePicker id="pass-whom" except={starter} value={people} onChange={setPeople} />
          </FormRow>
          <FormRow id="pass-where" label={say("where")}>
            <Radio.Group
              id="pass-where"
              value={where}
              options={[
                { value: "before", label: say("before") },
                { value: "together", label: say("together") },
                { value: "after", label: say("after") },
              ]}
              onChange={event => setWhere(String(event.target.value))}
            />
          </FormRow>
          {where !== "together" && people.length > 1 && (
            <FormRow id="pass-mode" label={say("modeOf")}>
              <Select
                id="pass-mode"
                style={{ width: "100%" }}
                value={mode}
                options={[
                  { value: "all", label: say("all") },
                  { value: "any", label: say("any") },
                  { value: "inTurn", label: say("inTurn") },
                ]}
                onChange={setMode}
              />
            </FormRow>
          )}
        </>
      )}
      <FormRow id="pass-why" label={say(what === "return" ? "why" : "note")} required={what === "return"}>
        <Saying
          id="pass-why"
          label={say(what === "return" ? "why" : "note")}
          said={said}
          onChange={setSaid}
        />
      </FormRow>
    </Modal>
  );
}
