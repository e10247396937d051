import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Modal, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, Operation } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { Conflicts } from "~/kernel/operations/Conflicts";
import { refreshRecords } from "~/kernel/records/records";
import { listWords } from "../messages";
import type { BulkKind } from "./BulkBar";
import { type BulkAct, type BulkPreview, type BulkTarget, previewBulk, runBulk } from "./bulk";
import { ChangeForm } from "./ChangeForm";

interface Props {
  object: BusinessObject;
  kind: BulkKind;
  target: () => Promise<BulkTarget>;
  onClose: (done: boolean) => void;
}

type Step =
  | { step: "fill" }
  | { step: "checking" }
  | { step: "confirm"; target: BulkTarget; act: BulkAct; preview: BulkPreview }
  | { step: "partly"; operation: Operation };

/** Says what shall change, shows what it would do, and does it; long work goes on in the panel of operations. */
export function BulkDialog({ object, kind, target, onClose }: Props) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const asksFirst = kind !== "delete" && !(typeof kind === "object" && kind.input.length === 0);
  const [step, setStep] = useState<Step>({ step: "fill" });
  const [problem, setProblem] = useState<unknown>(null);
  const [act, setAct] = useState<BulkAct | null>(asksFirst ? null : immediateAct(kind));
  const queries = useQueryClient();
  const refusalText = useRefusalText();

  async function attempt(work: () => Promise<Step | null>, back: Step) {
    setProblem(null);
    setStep({ step: "checking" });
    try {
      const next = await work();
      if (next) setStep(next);
      else onClose(true);
    } catch (cause) {
      setProblem(cause);
      setStep(back);
    }
  }

  function preview() {
    if (!act) return;
    void attempt(
      async () => {
        const chosen = await target();
        return { step: "confirm", target: chosen, act, preview: await previewBulk(object.name, chosen, act) };
      },
      { step: "fill" },
    );
  }

  function run(confirmed: Step & { step: "confirm" }) {
    void attempt(async () => {
      const said = say("bulkDone", { count: confirmed.preview.allowed });
      const operation = await runBulk(object.name, confirmed.target, confirmed.act, said);
      if (operation.status === "running") return null;
      await refreshRecords(queries);
      return operation.failed > 0 ? { step: "partly", operation } : null;
    }, confirmed);
  }

  const title = typeof kind === "object" ? kind.label : say(titleOf(kind));
  const deletes = kind === "delete";
  return (
    <Modal
      open
      title={title}
      width={560}
      mask={{ closable: step.step !== "checking" }}
      onCancel={() => onClose(step.step === "partly")}
      footer={
        step.step === "partly" ? null : (
          <>
            <Button onClick={() => onClose(false)}>{sayCommon("cancel")}</Button>
            {step.step === "confirm" ? (
              <Button
                type="primary"
                danger={deletes || (typeof kind === "object" && kind.danger)}
                disabled={step.preview.allowed === 0}
                onClick={() => run(step)}
              >
                {say(deletes ? "doDelete" : "doChange", { count: step.preview.allowed })}
              </Button>
            ) : (
              <Button type="primary" loading={step.step === "checking"} disabled={!act} onClick={preview}>
                {say("preview")}
              </Button>
            )}
          </>
        )
      }
    >
      {problem !== null && (
        <Alert type="error" showIcon title={refusalText(problem)} className="bulk-problem" />
      )}
      {(step.step === "fill" || step.step === "checking") && asksFirst && (
        <ChangeForm
          object={object}
          kind={kind}
          errors={problem instanceof Problem ? problem.byField() : {}}
          onChange={setAct}
        />
      )}
      {step.step === "fill" && !asksFirst && !problem && <PreviewAtOnce onReady={preview} />}
      {step.step === "checking" && !asksFirst && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {step.step === "confirm" && <Preview preview={step.preview} deletes={deletes} />}
      {step.step === "partly" && (
        <>
          <Alert
            type="warning"
            showIcon
            className="bulk-problem"
            title={say("bulkFailedSome", { changed: step.operation.changed, failed: step.operation.failed })}
          />
          <Conflicts conflicts={step.operation.conflicts} />
        </>
      )}
    </Modal>
  );
}

function Preview({ preview, deletes }: { preview: BulkPreview; deletes: boolean }) {
  const say = useSay(listWords);
  const { total, allowed, refused } = preview;
  return (
    <>
      <p>{say(deletes ? "willDelete" : "willChange", { allowed, total })}</p>
      {refused.length > 0 && (
        <>
          <p className="bulk-refused-title">{say("refusedSome", { count: total - allowed })}</p>
          <ul className="bulk-refused">
            {refused.slice(0, 50).map(record => (
              <li key={record.id}>
                <strong>{record.label ?? `#${record.id}`}</strong> {record.message}
              </li>
            ))}
          </ul>
          {total - allowed > Math.min(50, refused.length) && (
            <p className="quiet">
              {say("andMore", { count: total - allowed - Math.min(50, refused.length) })}
            </p>
          )}
        </>
      )}
    </>
  );
}

/** Nothing to fill in: the preview is asked for as soon as the dialog stands. */
function PreviewAtOnce({ onReady }: { onReady: () => void }) {
  const ask = useRef(onReady);
  useEffect(() => ask.current(), []);
  return <Skeleton active paragraph={{ rows: 2 }} title={false} />;
}

function immediateAct(kind: BulkKind): BulkAct {
  return typeof kind === "object" ? { command: kind.name, input: {} } : { delete: true };
}

function titleOf(kind: Exclude<BulkKind, object>) {
  const titles = {
    change: "changeFields",
    owner: "assignOwner",
    addTags: "addTags",
    removeTags: "removeTags",
    delete: "bulkDelete",
  } as const;
  return titles[kind];
}
