import { Radio, Select } from "antd";
import type { ImportJob, ImportMode, OnDuplicate } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import type { Run } from "./imports";
import { importWords } from "./messages";

type Plan = Omit<Run, "dryRun">;

interface Props {
  run: Plan;
  /** What may tell that two records are the same. */
  keys: ImportJob["targets"];
  keyMissing: boolean;
  onChange: (run: Plan) => void;
}

/** Add or update, by what, and what to do with what is there already. */
export function Rules({ run, keys, keyMissing, onChange }: Props) {
  const say = useSay(importWords);
  const modes: Choice<ImportMode>[] = [
    { value: "insert", label: say("insert"), text: say("insertText") },
    { value: "update", label: say("update"), text: say("updateText") },
    { value: "upsert", label: say("upsert"), text: say("upsertText") },
  ];
  const duplicates: Choice<OnDuplicate>[] = [
    { value: "skip", label: say("skip"), text: say("skipText") },
    { value: "update", label: say("updateDuplicate"), text: say("updateDuplicateText") },
    { value: "mark", label: say("mark"), text: say("markText") },
  ];
  return (
    <Panel title={say("rules")}>
      <div className="import-rules">
        <Choices
          label={say("mode")}
          choices={modes}
          value={run.mode}
          onChange={mode => onChange({ ...run, mode })}
        />
        <FormRow
          id="import-key"
          label={say("key")}
          required={run.mode !== "insert"}
          help={say("keyNote")}
          error={keyMissing ? say("keyMissing") : undefined}
        >
          <Select
            id="import-key"
            aria-label={say("key")}
            aria-describedby="import-key-note"
            mode="multiple"
            status={keyMissing ? "error" : undefined}
            value={run.key}
            options={keys.map(target => ({ value: target.name, label: target.label }))}
            onChange={key => onChange({ ...run, key })}
            style={{ width: "100%" }}
          />
        </FormRow>
        {run.mode === "insert" && (
          <Choices
            label={say("onDuplicate")}
            choices={duplicates}
            value={run.onDuplicate}
            onChange={onDuplicate => onChange({ ...run, onDuplicate })}
          />
        )}
      </div>
    </Panel>
  );
}

interface Choice<V extends string> {
  value: V;
  label: string;
  text: string;
}

interface ChoicesProps<V extends string> {
  label: string;
  choices: Choice<V>[];
  value: V;
  onChange: (value: V) => void;
}

function Choices<V extends string>({ label, choices, value, onChange }: ChoicesProps<V>) {
  return (
    <fieldset className="import-choices">
      <legend>{label}</legend>
      <Radio.Group value={value} onChange={event => onChange(event.target.value as V)}>
        {choices.map(choice => (
          <Radio key={choice.value} value={choice.value}>
            {choice.label}
            <span className="quiet">{choice.text}</span>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
