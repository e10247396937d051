import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  DownOutlined,
  PlusOutlined,
  UpOutlined,
} from "@ant-design/icons";
import { Button, Input, Switch } from "antd";
import { useState } from "react";
import type { BusinessObject, Routing } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { routingWords } from "./messages";
import { moved, newRule, type RoutingDraft, type RuleDraft } from "./routing";
import { Target } from "./Target";

interface Props {
  object: BusinessObject;
  routing: Routing;
  draft: RoutingDraft;
  errors: Record<string, string>;
  set: (draft: RoutingDraft) => void;
}

/** The rules in order, each in a line that opens to be edited. */
export function Rules({ object, routing, draft, errors, set }: Props) {
  const say = useSay(routingWords);
  const [open, setOpen] = useState<string | null>(null);
  const change = (key: string, part: Partial<RuleDraft>) =>
    set({ ...draft, rules: draft.rules.map(rule => (rule.key === key ? { ...rule, ...part } : rule)) });
  const add = () => {
    const rule = newRule();
    set({ ...draft, rules: [...draft.rules, rule] });
    setOpen(rule.key);
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
      {draft.rules.length === 0 && <EmptyState title={say("noRules")} text={say("noRulesText")} />}
      {draft.rules.length > 0 && <p className="quiet">{say("rulesText")}</p>}
      <ol className="routing-rules">
        {draft.rules.map((rule, at) => {
          const name = rule.name || say("newRule");
          const shown = open === rule.key;
          const wrong = Object.entries(errors)
            .filter(([field]) => field.startsWith(`rules[${at}].`))
            .map(([, error]) => error);
          return (
            <li key={rule.key}>
              <div className="routing-rule">
                <span className="routing-place number">{at + 1}</span>
                <button
                  type="button"
                  className="routing-rule-head"
                  aria-expanded={shown}
                  aria-label={say("edit", { name })}
                  onClick={() => setOpen(shown ? null : rule.key)}
                >
                  {shown ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
                  <span className="routing-rule-name">{name}</span>
                  <span className="routing-rule-words quiet">
                    {rule.filter ? <FilterWords object={object} filter={rule.filter} /> : say("everything")}
                    {" → "}
                    <TargetWords rule={rule} routing={routing} />
                    {rule.onlyWorkingHours && ` · ${say("inHours")}`}
                    {!rule.active && ` · ${say("off")}`}
                  </span>
                </button>
                <span className="routing-rule-acts">
                  <Switch
                    size="small"
                    checked={rule.active}
                    aria-label={say("ruleActive", { name })}
                    onChange={active => change(rule.key, { active })}
                  />
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
              {shown && (
                <RuleForm
                  object={object}
                  routing={routing}
                  rule={rule}
                  change={part => change(rule.key, part)}
                />
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

function TargetWords({ rule, routing }: { rule: RuleDraft; routing: Routing }) {
  const say = useSay(routingWords);
  if (rule.kind === "pool") {
    return routing.pools.find(({ id }) => id === rule.pool)?.label ?? say("nobodyYet");
  }
  const names = rule.members.map(({ person }) => person.label ?? "");
  const first = names.slice(0, 3).join("、");
  const people = names.length > 3 ? say("more", { names: first, count: names.length }) : first;
  if (names.length === 0) return say("nobodyYet");
  return rule.kind === "person" ? names[0] : say("toGroupWords", { way: say(rule.way), names: people });
}

interface FormProps {
  object: BusinessObject;
  routing: Routing;
  rule: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
}

function RuleForm({ object, routing, rule, change }: FormProps) {
  const say = useSay(routingWords);
  const id = (part: string) => `rule-${rule.key}-${part}`;
  return (
    <div className="routing-form">
      <FormRow id={id("name")} label={say("ruleName")} required>
        <Input
          id={id("name")}
          maxLength={60}
          autoComplete="off"
          value={rule.name}
          onChange={event => change({ name: event.target.value })}
        />
      </FormRow>
      <fieldset className="routing-filter">
        <legend>{say("condition")}</legend>
        <FilterBuilder object={object} ownOnly filter={rule.filter} onChange={filter => change({ filter })} />
      </fieldset>
      <Target object={object} routing={routing} rule={rule} change={change} />
      <p className="routing-turn">
        <Switch
          id={id("hours")}
          size="small"
          checked={rule.onlyWorkingHours}
          onChange={onlyWorkingHours => change({ onlyWorkingHours })}
        />
        <label htmlFor={id("hours")}>{say("onlyWorkingHours")}</label>
        <span className="quiet">{say("onlyWorkingHoursHelp")}</span>
      </p>
    </div>
  );
}
