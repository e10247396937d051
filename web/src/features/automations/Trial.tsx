import { Alert, Button, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Labelled } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { wallTime } from "~/kernel/text/dates";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { designerWords, runWords } from "./messages";
import { bodyOf, type PlanDraft, type StepKind, stepOfId } from "./plan";
import { WrittenValue } from "./WrittenValue";

interface Rehearsed {
  node: string;
  kind: StepKind;
  name: string;
  outcome: string;
  way: number | null;
  note: string | null;
  until: string | null;
  sends: string | null;
  written: {
    object: string;
    label: string;
    id: number | null;
    values: { field: string; label: string; before: unknown; after: unknown }[];
  }[];
}

interface Props {
  draft: PlanDraft;
  onRefused: (refusal: unknown) => void;
}

/** Takes a real record through the plan, kept or not, and leaves nothing. */
export function Trial({ draft, onRefused }: Props) {
  const say = useSay(runWords);
  const sayKinds = useSay(designerWords);
  const { objects } = useCatalog();
  const { busy, act } = useAct();
  const [record, setRecord] = useState<Labelled[]>([]);
  const [result, setResult] = useState<{ fits: boolean; steps: Rehearsed[] } | null>(null);
  const run = () =>
    act(async () => {
      const body = { ...bodyOf(draft, objects), object: draft.object, record: record[0]?.id };
      onRefused(null);
      setResult(null);
      try {
        setResult(await api.ask<{ fits: boolean; steps: Rehearsed[] }>("/workflows/trial", body));
      } catch (cause) {
        onRefused(cause);
      }
    });

  function outcome(step: Rehearsed) {
    switch (step.outcome) {
      case "way": {
        const ways = stepOfId(draft.nodes, step.node)?.ways;
        const name = ways?.[step.way ?? 0]?.name;
        const until = sayKinds(step.way === 0 ? "met" : "timeout");
        return say("way", {
          name: step.kind === "until" ? until : name || `${(step.way ?? 0) + 1}`,
        });
      }
      case "waits":
        return step.until ? say("waitsUntil", { at: wallTime(step.until) }) : say("waits");
      case "failed":
        return say("failed");
      case "ends":
        return say("ends");
      default:
        return say("done");
    }
  }

  return (
    <Panel title={say("trial")}>
      <p className="quiet">{say("trialText")}</p>
      <div className="flow-settings">
        <FormRow id="trial-record" label={say("record")} required>
          <RecordPicker
            id="trial-record"
            object={draft.object}
            value={record}
            onChange={next => {
              setRecord(next);
              setResult(null);
            }}
          />
        </FormRow>
      </div>
      <Button loading={busy} disabled={record.length === 0} onClick={() => void run()}>
        {say("run")}
      </Button>
      {result && (
        <div className="flow-trial">
          {!result.fits && <Alert type="warning" showIcon title={say("notFor")} />}
          <ol className="automation-steps">
            {result.steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step may be there twice, and nothing moves
              <li key={at}>
                <b>{step.name || sayKinds(step.kind)}</b>{" "}
                <Tag color={step.outcome === "failed" ? "error" : undefined}>{outcome(step)}</Tag>
                {step.note && step.outcome !== "waits" && (
                  <span className={step.outcome === "failed" ? "form-row-error" : "quiet"}>{step.note}</span>
                )}
                {step.sends && (
                  <details>
                    <summary>{say("sends")}</summary>
                    <pre className="automation-sends">{JSON.stringify(JSON.parse(step.sends), null, 2)}</pre>
                  </details>
                )}
                {step.written.map((written, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves
                  <dl key={place} className="automation-written">
                    {written.id === null && <dt>{say("newRecord", { label: written.label })}</dt>}
                    {written.values.map(value => (
                      <div key={value.field}>
                        <dt className="quiet">{value.label}</dt>
                        <dd>
                          <WrittenValue
                            object={written.object}
                            field={value.field}
                            value={value.after}
                            tried={record[0] ? { object: draft.object, record: record[0] } : null}
                          />
                        </dd>
                      </div>
                    ))}
                  </dl>
                ))}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}
