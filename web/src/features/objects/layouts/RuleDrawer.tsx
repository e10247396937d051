import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Drawer, Input, Select } from "antd";
import { useId, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import { type Design, inDraft, refreshDesign, wordsIn } from "../design";
import { useRoles } from "../moves/moves";
import { errorAt, errorsUnder } from "./errors";
import type { DesignedRule, Rules } from "./layouts";
import { layoutWords, ruleWords } from "./messages";

interface Props {
  design: Design;
  draft: string | null;
  rules: Rules;
  /** What the condition may ask about. */
  object: BusinessObject;
  /** Which of the rules; behind the last one: a new one. */
  index: number;
  onClose: () => void;
}

const EFFECTS = ["require", "lock", "show", "hide"] as const;
const NOTES = { require: "requireNote", lock: "lockNote", show: "showNote", hide: "hideNote" } as const;
const NEW: DesignedRule = { name: { zh: "", en: "" }, when: null, effect: "require", fields: [], roles: [] };

/** One field rule at the side of the page. */
export function RuleDrawer({ design, draft, rules, object, index, onClose }: Props) {
  const say = useSay(ruleWords);
  const sayLayout = useSay(layoutWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const textOf = useRefusalText();
  const id = useId();
  const roles = useRoles();
  const opened = rules.rules[index];
  const [rule, setRule] = useState<DesignedRule>(opened ?? NEW);
  const [always, setAlways] = useState(opened !== undefined && opened.when === null);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const mayLeave = useLeaveGuard(rule !== (opened ?? NEW) && !busy);
  const set = (part: Partial<DesignedRule>) => setRule(now => ({ ...now, ...part }));
  const byValue = rule.effect === "show" || rule.effect === "hide";

  async function close() {
    if (await mayLeave()) onClose();
  }

  async function save() {
    if (busy) return;
    if (!always && rule.when === null) {
      setErrors({ when: say("noCondition") });
      return;
    }
    setBusy(true);
    setErrors({});
    setRefusal(null);
    try {
      await api.put(
        inDraft(`/catalog/${design.object}/rules`, draft),
        {
          version: rules.version,
          rules: rules.rules.toSpliced(index, 1, always ? { ...rule, when: null } : rule),
        },
        { said: say("saved", { name: wordsIn(rule.name, language) }) },
      );
      await refreshDesign(queries);
      onClose();
    } catch (cause) {
      if (cause instanceof Problem) setErrors(errorsUnder(cause.byField(), `rules[${index}].`));
      if (cause instanceof Problem && cause.isStale()) {
        await refreshDesign(queries);
        setRefusal(sayLayout("stale"));
      } else {
        setRefusal(textOf(cause));
      }
      setBusy(false);
    }
  }

  return (
    <Drawer
      open
      size={720}
      title={opened ? say("editTitle", { name: wordsIn(opened.name, language) }) : say("addTitle")}
      onClose={() => void close()}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={
        <div className="design-foot">
          <Button onClick={() => void close()}>{sayCommon("cancel")}</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {sayCommon("save")}
          </Button>
        </div>
      }
    >
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" className="design-refusal" />}
      <div className="design-form">
        <FormRow
          id={`${id}-zh`}
          label={say("nameZh")}
          required
          help={say("nameNote")}
          error={errorAt(errors, "name")}
        >
          <Input
            id={`${id}-zh`}
            value={rule.name.zh}
            onChange={event => set({ name: { ...rule.name, zh: event.target.value } })}
          />
        </FormRow>
        <FormRow id={`${id}-en`} label={say("nameEn")}>
          <Input
            id={`${id}-en`}
            value={rule.name.en}
            onChange={event => set({ name: { ...rule.name, en: event.target.value } })}
          />
        </FormRow>
        <FormRow
          id={`${id}-effect`}
          label={say("effect")}
          help={say(NOTES[rule.effect])}
          error={errorAt(errors, "effect")}
        >
          <Select
            id={`${id}-effect`}
            style={{ width: "100%" }}
            value={rule.effect}
            options={EFFECTS.map(effect => ({ value: effect, label: say(effect) }))}
            onChange={effect => {
              set({ effect });
              if (effect === "show" || effect === "hide") setAlways(false);
            }}
          />
        </FormRow>
        <FormRow id={`${id}-fields`} label={say("fields")} required error={errorAt(errors, "fields")}>
          <Select
            id={`${id}-fields`}
            mode="multiple"
            style={{ width: "100%" }}
            value={rule.fields}
            options={design.fields
              .filter(field => !field.system)
              .map(field => ({ value: field.name, label: wordsIn(field.label, language) }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(fields: string[]) => set({ fields })}
          />
        </FormRow>
        <section className="form-row-wide layout-condition" aria-label={say("when")}>
          <h4>{say("when")}</h4>
          {!byValue && (
            <Checkbox checked={always} onChange={event => setAlways(event.target.checked)}>
              {say("always")}
            </Checkbox>
          )}
          {!always && (
            <FilterBuilder object={object} filter={rule.when} ownOnly onChange={when => set({ when })} />
          )}
          {errorAt(errors, "when") && (
            <div className="form-row-error" role="alert">
              {errorAt(errors, "when")}
            </div>
          )}
        </section>
        <FormRow
          id={`${id}-roles`}
          label={say("roles")}
          help={rule.roles.length === 0 ? say("everybody") : undefined}
          error={errorAt(errors, "roles")}
        >
          <Select
            id={`${id}-roles`}
            mode="multiple"
            style={{ width: "100%" }}
            value={rule.roles}
            options={(roles.data ?? []).map(role => ({ value: role.id, label: role.label }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(next: number[]) => set({ roles: next })}
          />
        </FormRow>
      </div>
    </Drawer>
  );
}
