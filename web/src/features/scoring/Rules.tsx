import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  DownOutlined,
  PlusOutlined,
  UpOutlined,
} from "@ant-design/icons";
import { Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { scoringWords } from "./messages";
import { datedFields, moved, nextKey, type RuleDraft, type ScoringDraft } from "./scoring";

interface Props {
  object: BusinessObject;
  draft: ScoringDraft;
  errors: Record<string, string>;
  set: (draft: ScoringDraft) => void;
}

/** What gives points: each rule in a line that opens to be edited. */
export function Rules({ object, draft, errors, set }: Props) {
  const say = useSay(scoringWords);
  const [open, setOpen] = useState<number | null>(null);
  const change = (key: number, part: Partial<RuleDraft>) =>
    set({ ...draft, rules: draft.rules.map(rule => (rule.key === key ? { ...rule, ...part } : rule)) });
  const add = () => {
    const key = nextKey();
    set({
      ...draft,
      rules: [...draft.rules, { key, name: "", filter: null, points: 10, group: null, decay: null }],
    });
    setOpen(key);
  };
  return (
    <Panel
      title={say("rules")}
      extra={
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {say("addRule")}
        </Button>
      }
    >
      <p className="quiet">{say("rulesText")}</p>
      <ol className="scoring-rules">
        {draft.rules.map((rule, at) => {
          const name = rule.name || say("newRule");
          const wrong = ["name", "filter", "points", "group", "decay"].flatMap(key => {
            const error = errors[`rules[${at}].${key}`];
            return error ? [error] : [];
          });
          return (
            <li key={rule.key}>
              <div className="scoring-rule">
                <button
                  type="button"
                  className="scoring-rule-head"
                  aria-expanded={open === rule.key}
                  aria-label={say("edit", { name })}
                  onClick={() => setOpen(open === rule.key ? null : rule.key)}
                >
                  {open === rule.key ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
                  <span className="scoring-rule-name">{name}</span>
                  <span className="scoring-rule-words quiet">
                    {rule.filter ? <FilterWords object={object} filter={rule.filter} /> : say("noCondition")}
                  </span>
                  {rule.decay && (
                    <span className="quiet">{say("halvesIn", { days: rule.decay.halfLife })}</span>
                  )}
                  {rule.group && <span className="quiet">{rule.group}</span>}
                  <span className={rule.points < 0 ? "number scoring-minus" : "number scoring-plus"}>
                    {signed(rule.points)}
                  </span>
                </button>
                <span className="scoring-rule-acts">
                  <Button
                    type="text"
                    size="small"
                    disabled={at === 0}
                    icon={<ArrowUpOutlined aria-hidden />}
                    aria-label={say("up", { name })}
                    onClick={() => set(moved(draft, at, at - 1))}
                  />
                  <Button
                    type="text"
                    size="small"
                    disabled={at === draft.rules.length - 1}
                    icon={<ArrowDownOutlined aria-hidden />}
                    aria-label={say("down", { name })}
                    onClick={() => set(moved(draft, at, at + 1))}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={say("removeRule", { name })}
                    onClick={() =>
                      set({ ...draft, rules: draft.rules.filter(each => each.key !== rule.key) })
                    }
                  />
                </span>
              </div>
              {open === rule.key && (
                <RuleForm object={object} draft={draft} rule={rule} change={part => change(rule.key, part)} />
              )}
              {wrong.map(error => (
                <p key={error} className="rights-missing">
                  {error}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

interface FormProps {
  object: BusinessObject;
  draft: ScoringDraft;
  rule: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
}

function RuleForm({ object, draft, rule, change }: FormProps) {
  const say = useSay(scoringWords);
  const id = (part: string) => `rule-${rule.key}-${part}`;
  return (
    <div className="scoring-form">
      <div className="scoring-three">
        <FormRow id={id("name")} label={say("ruleName")} required>
          <Input
            id={id("name")}
            maxLength={60}
            autoComplete="off"
            value={rule.name}
            onChange={event => change({ name: event.target.value })}
          />
        </FormRow>
        <FormRow id={id("points")} label={say("points")} required>
          <InputNumber
            id={id("points")}
            min={-1000}
            max={1000}
            precision={0}
            value={rule.points}
            onChange={points => change({ points: points ?? 0 })}
            style={{ width: "100%" }}
          />
        </FormRow>
        <FormRow id={id("group")} label={say("group")}>
          <Select
            id={id("group")}
            value={rule.group ?? ""}
            options={[
              { value: "", label: say("noGroup") },
              ...draft.groups.filter(({ name }) => name).map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={group => change({ group: group || null })}
            style={{ width: "100%" }}
          />
        </FormRow>
      </div>
      <DecayForm object={object} rule={rule} change={change} />
      <fieldset className="scoring-filter">
        <legend>{say("condition")}</legend>
        <FilterBuilder object={object} filter={rule.filter} onChange={filter => change({ filter })} />
      </fieldset>
    </div>
  );
}

/** Whether points stay, or become fewer with every day since something happened. */
function DecayForm({ object, rule, change }: Omit<FormProps, "draft">) {
  const say = useSay(scoringWords);
  const id = (part: string) => `rule-${rule.key}-${part}`;
  const decay = rule.decay;
  const since = (name: string) =>
    change({ decay: name === "" ? null : { since: name, halfLife: decay?.halfLife ?? 30 } });
  return (
    <div className="scoring-three">
      <FormRow id={id("since")} label={say("decay")} help={say("decayHelp")}>
        <Select
          id={id("since")}
          value={decay?.since ?? ""}
          options={[
            { value: "", label: say("noDecay") },
            ...datedFields(object.fields).map(field => ({
              value: field.name,
              label: say("decaySince", { field: field.label }),
            })),
          ]}
          onChange={since}
          style={{ width: "100%" }}
        />
      </FormRow>
      {decay && (
        <FormRow id={id("halfLife")} label={say("halfLife")} required>
          <InputNumber
            id={id("halfLife")}
            min={1}
            max={3650}
            precision={0}
            value={decay.halfLife}
            onChange={halfLife => change({ decay: { ...decay, halfLife: halfLife ?? 1 } })}
            style={{ width: "100%" }}
          />
        </FormRow>
      )}
    </div>
  );
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
