import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, InputNumber, Select } from "antd";
import type { BusinessObject, Pool } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { poolsWords } from "./messages";
import { type PoolDraft, type RuleDraft, useExemptions } from "./pools";
import { Turn } from "./Turn";

interface Props {
  draft: PoolDraft;
  object: BusinessObject | undefined;
  others: Pool[];
  self: Pool | null;
  errors: Record<string, string>;
  set: (change: Partial<PoolDraft>) => void;
}

/** When records come back by themselves. */
export function Recycling({ draft, object, others, self, errors, set }: Props) {
  const say = useSay(poolsWords);
  const rule = (at: number, change: Partial<RuleDraft>) =>
    set({ recycle: draft.recycle.map((each, i) => (i === at ? { ...each, ...change } : each)) });
  const exemptions = useExemptions(draft.object);
  const valued = object?.capabilities.includes("valued");
  const followed = object?.capabilities.includes("followed");
  return (
    <Panel title={say("recycling")}>
      <Turn
        id="pool-active"
        label={say("active")}
        value={draft.recycling}
        onChange={recycling => set({ recycling })}
      />
      {draft.recycle.length > 1 && <p className="quiet">{say("rulesHelp")}</p>}
      <ol className="pool-rules">
        {draft.recycle.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no other name than its place
          <li key={at}>
            <div className="pool-rule">
              <Select
                aria-label={say("rules")}
                value={each.since}
                options={[
                  ...(followed ? [{ value: "contact" as const, label: say("contact") }] : []),
                  { value: "claim" as const, label: say("claim") },
                  ...(valued ? [{ value: "deal" as const, label: say("deal") }] : []),
                ]}
                onChange={since => rule(at, { since })}
              />
              <InputNumber
                aria-label={say("days")}
                min={1}
                max={3650}
                precision={0}
                placeholder={say("never")}
                value={each.days}
                onChange={days => rule(at, { days })}
              />
              <Select
                aria-label={say("days")}
                value={each.workingDays}
                options={[
                  { value: false, label: say("calendarDays") },
                  { value: true, label: say("workingDays") },
                ]}
                onChange={workingDays => rule(at, { workingDays })}
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={say("removeRule", { number: at + 1 })}
                onClick={() => set({ recycle: draft.recycle.filter((_, i) => i !== at) })}
              />
            </div>
            <fieldset className="pool-filter">
              <legend>{say("onlyThese")}</legend>
              {object && (
                <FilterBuilder
                  key={`${object.name} ${draft.recycle.length}`}
                  object={object}
                  filter={each.filter}
                  onChange={filter => rule(at, { filter })}
                />
              )}
            </fieldset>
            {["days", "since", "filter"].map(
              key =>
                errors[`recycle[${at}].${key}`] && (
                  <p key={key} className="rights-missing">
                    {errors[`recycle[${at}].${key}`]}
                  </p>
                ),
            )}
          </li>
        ))}
      </ol>
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() =>
          set({
            recycle: [
              ...draft.recycle,
              { since: followed ? "contact" : "claim", days: 15, workingDays: false, filter: null },
            ],
          })
        }
      >
        {say("addRule")}
      </Button>
      {exemptions.map(({ name, label }) => (
        <Turn
          key={name}
          id={`pool-exemption-${name}`}
          label={say("staysWith", { what: label })}
          value={!draft.despite.includes(name)}
          onChange={stays =>
            set({
              despite: stays ? draft.despite.filter(each => each !== name) : [...draft.despite, name],
            })
          }
        />
      ))}
      <fieldset className="pool-filter">
        <legend>{say("exempt")}</legend>
        {object && (
          <FilterBuilder
            key={object.name}
            object={object}
            filter={draft.exempt}
            onChange={exempt => set({ exempt })}
          />
        )}
        {errors.exempt && <p className="rights-missing">{errors.exempt}</p>}
      </fieldset>
      <div className="pool-pair">
        <FormRow id="pool-target" label={say("target")} error={errors.target}>
          <Select
            id="pool-target"
            allowClear
            placeholder={say("here")}
            value={draft.target}
            options={others
              .filter(pool => pool.object === draft.object && pool.id !== self?.id)
              .map(pool => ({ value: pool.id, label: pool.name }))}
            onChange={target => set({ target: target ?? null })}
          />
        </FormRow>
        <FormRow id="pool-reminders" label={say("reminders")} error={errors.reminders}>
          <Select
            id="pool-reminders"
            mode="multiple"
            value={draft.reminders}
            options={[1, 2, 3, 5, 7, 10, 15].map(days => ({ value: days, label: String(days) }))}
            onChange={reminders => set({ reminders })}
          />
        </FormRow>
      </div>
    </Panel>
  );
}
