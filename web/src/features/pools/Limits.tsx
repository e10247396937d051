import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, InputNumber, Select } from "antd";
import type { BusinessObject, Pool } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { PeopleSelect } from "~/kernel/people/PeopleSelect";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { poolsWords } from "./messages";
import type { PoolDraft, SpecialDraft } from "./pools";
import { Turn } from "./Turn";

interface Props {
  draft: PoolDraft;
  pool: Pool | null;
  object: BusinessObject | undefined;
  roles: { value: number; label: string }[];
  errors: Record<string, string>;
  set: (change: Partial<PoolDraft>) => void;
}

/** How much one may take and hold, and for whom it is different. */
export function Limits({ draft, pool, object, roles, errors, set }: Props) {
  const say = useSay(poolsWords);
  const { limits } = draft;
  const limit = (change: Partial<PoolDraft["limits"]>) => set({ limits: { ...limits, ...change } });
  const special = (at: number, change: Partial<SpecialDraft>) =>
    limit({ exceptions: limits.exceptions.map((each, i) => (i === at ? { ...each, ...change } : each)) });
  return (
    <Panel title={say("limits")}>
      <div className="pool-three">
        <FormRow id="pool-day" label={say("perDay")} error={errors["limits.perDay"]}>
          <Amount id="pool-day" value={limits.perDay} onChange={perDay => limit({ perDay })} />
        </FormRow>
        <FormRow id="pool-holding" label={say("holding")} error={errors["limits.holding"]}>
          <Amount id="pool-holding" value={limits.holding} onChange={holding => limit({ holding })} />
        </FormRow>
        <FormRow id="pool-cool" label={say("coolDown")} error={errors["limits.coolDownDays"]}>
          <Amount
            id="pool-cool"
            least={1}
            value={limits.coolDownDays}
            onChange={days => limit({ coolDownDays: days })}
          />
        </FormRow>
      </div>
      {limits.exceptions.length > 0 && <p className="quiet">{say("exceptionsHelp")}</p>}
      {limits.exceptions.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: exceptions have no other name than their place
        <div key={at} className="pool-exception">
          <FormRow
            id={`pool-x-users-${at}`}
            label={say("users")}
            error={errors[`limits.exceptions[${at}].users`]}
          >
            <PeopleSelect
              id={`pool-x-users-${at}`}
              known={pool?.limits.exceptions[at]?.users ?? []}
              value={each.users}
              onChange={users => special(at, { users })}
            />
          </FormRow>
          <FormRow id={`pool-x-roles-${at}`} label={say("roles")}>
            <Select
              id={`pool-x-roles-${at}`}
              mode="multiple"
              value={each.roles}
              options={roles}
              optionFilterProp="label"
              onChange={chosen => special(at, { roles: chosen })}
              style={{ width: "100%" }}
            />
          </FormRow>
          <FormRow id={`pool-x-day-${at}`} label={say("perDay")}>
            <Amount
              id={`pool-x-day-${at}`}
              value={each.perDay}
              onChange={perDay => special(at, { perDay })}
            />
          </FormRow>
          <FormRow id={`pool-x-holding-${at}`} label={say("holding")}>
            <Amount
              id={`pool-x-holding-${at}`}
              value={each.holding}
              onChange={holding => special(at, { holding })}
            />
          </FormRow>
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={say("removeRule", { number: at + 1 })}
            onClick={() => limit({ exceptions: limits.exceptions.filter((_, i) => i !== at) })}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() =>
          limit({ exceptions: [...limits.exceptions, { users: [], roles: [], perDay: null, holding: null }] })
        }
      >
        {say("addException")}
      </Button>
      <fieldset className="pool-filter">
        <legend>{say("uncounted")}</legend>
        {object && (
          <FilterBuilder
            key={object.name}
            object={object}
            filter={draft.uncounted}
            onChange={uncounted => set({ uncounted })}
          />
        )}
        {errors.uncounted && <p className="rights-missing">{errors.uncounted}</p>}
      </fieldset>
      <Turn
        id="pool-exceed"
        label={say("transfersExceed")}
        value={draft.transfersExceed}
        onChange={transfersExceed => set({ transfersExceed })}
      />
      <Turn
        id="pool-reason"
        label={say("reasonRequired")}
        value={draft.reasonRequired}
        onChange={reasonRequired => set({ reasonRequired })}
      />
    </Panel>
  );
}

interface AmountProps {
  id: string;
  least?: number;
  value: number | null;
  onChange: (value: number | null) => void;
}

function Amount({ id, least = 0, value, onChange }: AmountProps) {
  const say = useSay(poolsWords);
  return (
    <InputNumber
      id={id}
      min={least}
      precision={0}
      placeholder={say("unlimited")}
      value={value}
      onChange={onChange}
      style={{ width: "100%" }}
    />
  );
}
