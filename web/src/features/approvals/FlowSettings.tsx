import { Input, Select, Switch } from "antd";
import type { Dispatch, SetStateAction } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { useSeals } from "~/kernel/signing/seals";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import type { FlowDraft } from "./flow";
import { designerWords } from "./messages";

interface Props {
  object: BusinessObject;
  draft: FlowDraft;
  errors: Record<string, string>;
  onChange: Dispatch<SetStateAction<FlowDraft>>;
}

/** What holds for a flow as a whole, and for which records it is. */
export function FlowSettings({ object, draft, errors, onChange }: Props) {
  const say = useSay(designerWords);
  const seals = useSeals();
  const set = (part: Partial<FlowDraft>) => onChange(now => ({ ...now, ...part }));
  const choice = (key: "repeats" | "withdrawable" | "revocable", options: Record<string, string>) => (
    <FormRow id={`flow-${key}`} label={say(key)}>
      <Select
        id={`flow-${key}`}
        value={draft[key]}
        options={Object.entries(options).map(([value, label]) => ({ value, label }))}
        onChange={chosen => set({ [key]: chosen })}
      />
    </FormRow>
  );
  // One that is not in use any more is offered only where it is what was chosen.
  const offered = (seals.data?.items ?? []).filter(({ id, active }) => active || id === draft.seal);
  return (
    <Panel title={say("settings")}>
      <div className="flow-settings">
        <FormRow id="flow-name" label={say("name")} required error={errors.name}>
          <Input
            id="flow-name"
            maxLength={60}
            autoComplete="off"
            value={draft.name}
            onChange={event => set({ name: event.target.value })}
          />
        </FormRow>
        {choice("repeats", {
          ask: say("repeatsAsk"),
          notAtOnce: say("repeatsAtOnce"),
          notAtAll: say("repeatsAll"),
        })}
        {choice("withdrawable", {
          whileRunning: say("withdrawWhile"),
          beforeFirstWord: say("withdrawBefore"),
        })}
        {choice("revocable", { never: say("revokeNever"), byAdministrators: say("revokeAdministrators") })}
        <FormRow id="flow-seal" label={say("seal")} help={say("sealHelp")} error={errors.seal}>
          <Select
            id="flow-seal"
            allowClear
            loading={seals.isPending}
            placeholder={say("sealNone")}
            notFoundContent={say("sealsNone")}
            value={draft.seal ?? undefined}
            options={offered.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(seal?: number) => set({ seal: seal ?? null })}
          />
        </FormRow>
        <p className="flow-switch">
          <Switch id="flow-active" checked={draft.active} onChange={active => set({ active })} />
          <label htmlFor="flow-active">{say("active")}</label>
        </p>
      </div>
      <fieldset className="flow-when">
        <legend>{say("when")}</legend>
        {draft.when === null && <p className="quiet">{say("whenAll")}</p>}
        <FilterBuilder object={object} filter={draft.when} onChange={when => set({ when })} />
        {errors.when && <p className="form-row-error">{errors.when}</p>}
      </fieldset>
    </Panel>
  );
}
