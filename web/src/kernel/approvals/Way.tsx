import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  MinusCircleOutlined,
  RollbackOutlined,
  SendOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import type { Step, Word } from "./approvals";
import { approvalWords } from "./messages";

interface Props {
  steps: Step[];
  /** Takes somebody out who was added. */
  onRemove?: (word: Word) => void;
}

/** The way of an approval, from the first step to the last: who was asked, who is, and who will be. */
export function Way({ steps, onRemove }: Props) {
  const say = useSay(approvalWords);
  return (
    <ol className="approval-way" aria-label={say("path")}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps only ever grow
        <li key={at} data-state={step.state}>
          <StepIcon step={step} />
          <div className="approval-step">
            <p className="approval-step-head">
              <b>{step.name || say(KINDS[step.kind as keyof typeof KINDS] ?? "approval")}</b>
              <span className="quiet">
                <StepState step={step} />
              </span>
            </p>
            {step.kind !== "wait" && step.people.length > 0 && (
              <ul>
                {step.people.map((word, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: people stay in their order
                  <li key={place}>
                    <Person word={word} step={step} onRemove={onRemove} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

const KINDS = { copy: "copyTo", wait: "wait" } as const;

const ICONS: Record<string, ReactNode> = {
  passed: <CheckCircleFilled />,
  rejected: <CloseCircleFilled />,
  returned: <RollbackOutlined />,
  current: <ClockCircleOutlined />,
  cancelled: <MinusCircleOutlined />,
  undone: <MinusCircleOutlined />,
};

function StepIcon({ step }: { step: Step }) {
  return (
    <span className="approval-mark" aria-hidden>
      {step.kind === "copy" ? <SendOutlined /> : (ICONS[step.state] ?? <span className="approval-dot" />)}
    </span>
  );
}

function StepState({ step }: { step: Step }) {
  const say = useSay(approvalWords);
  const parts: string[] = [];
  if (step.kind === "copy") return say("ahead");
  const due = step.people[0]?.dueAt;
  if (step.kind === "wait" && due) return say("waitsUntil", { at: wallTime(due).slice(0, 16) });
  if (step.auto === "nobody") parts.push(say(step.state === "rejected" ? "autoNobodyRefused" : "autoNobody"));
  else if (step.auto === "self") parts.push(say("autoSelf"));
  else if (step.auto === "repeated") parts.push(say("autoRepeated"));
  else if (step.auto === "later") parts.push(say("autoLater"));
  else if (isState(step.state)) parts.push(say(step.state));
  if (step.people.length > 1 && isMode(step.mode)) parts.push(say(step.mode, { ratio: step.ratio }));
  if (step.round > 1) parts.push(say("round", { round: step.round }));
  return parts.join(" · ");
}

const STATES = ["passed", "current", "ahead", "rejected", "returned", "cancelled", "undone"] as const;
const MODES = ["all", "any", "inTurn", "ratio", "one"] as const;

function isState(state: string): state is (typeof STATES)[number] {
  return STATES.some(each => each === state);
}

function isMode(mode: string | null | undefined): mode is (typeof MODES)[number] {
  return MODES.some(each => each === mode);
}

function Person({ word, step, onRemove }: { word: Word; step: Step; onRemove?: (word: Word) => void }) {
  const say = useSay(approvalWords);
  const notes: string[] = [];
  if (word.asked) notes.push(say("asksOpinion", { name: word.asked.label ?? "" }));
  else if (word.word === "approved") notes.push(say("wordApproved"));
  else if (word.word === "rejected") notes.push(say("wordRejected"));
  else if (word.word === "returned") notes.push(say("wordReturned"));
  else if (word.live) notes.push(say("wordWaiting"));
  else if (step.state === "current" && word.word === "open") notes.push(say("wordLater"));
  if (word.by) notes.push(say("byOther", { name: word.by.label ?? "" }));
  if (word.added) notes.push(say("added"));
  if (word.live && word.dueAt) notes.push(say("due", { at: wallTime(word.dueAt).slice(0, 16) }));
  return (
    <span className="approval-person" data-word={word.word} data-live={word.live}>
      <span>{word.person.label}</span>
      {notes.length > 0 && <span className="quiet">{notes.join(" · ")}</span>}
      {word.removable && onRemove && (
        <Button type="link" size="small" onClick={() => onRemove(word)}>
          {say("remove")}
        </Button>
      )}
    </span>
  );
}
