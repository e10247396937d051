import { Checkbox } from "antd";
import type { User } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { handOverWords } from "./messages";
import { PartRow } from "./PartRow";
import { allTo, type Held, LEFT, type Plan } from "./plan";

interface Props {
  user: User;
  held: Held;
  plan: Plan;
  errors: Record<string, string>;
  onChange: (plan: Plan) => void;
}

/** Who gets what, object by object, and who takes the posts. */
export function PlanForm({ user, held, plan, errors, onChange }: Props) {
  const say = useSay(handOverWords);
  return (
    <>
      <FormRow id="hand-over-all" label={say("allTo")}>
        <PersonPicker
          except={user.id}
          id="hand-over-all"
          label={say("allTo")}
          value={null}
          onChange={person => person && onChange(allTo(held, person, plan))}
        />
      </FormRow>
      {held.objects.map(({ object, label, records }) => (
        <PartRow
          leaver={user.id}
          key={object}
          object={object}
          label={label}
          records={records}
          part={plan.parts[object] ?? LEFT}
          onChange={part => onChange({ ...plan, parts: { ...plan.parts, [object]: part } })}
        />
      ))}
      <div className="hand-over-posts">
        {held.reports.length > 0 && (
          <FormRow
            id="hand-over-reports"
            label={say("reports", { count: held.reports.length })}
            help={held.reports.map(report => report.label).join("、")}
            error={errors.reports}
          >
            <PersonPicker
              except={user.id}
              id="hand-over-reports"
              label={say("reports", { count: held.reports.length })}
              value={plan.reports}
              onChange={reports => onChange({ ...plan, reports })}
            />
          </FormRow>
        )}
        {held.heads.length > 0 && (
          <FormRow
            id="hand-over-heads"
            label={say("heads", { names: held.heads.map(({ label }) => label).join("、") })}
            error={errors.heads}
          >
            <PersonPicker
              except={user.id}
              id="hand-over-heads"
              label={say("heads", { names: held.heads.map(({ label }) => label).join("、") })}
              value={plan.heads}
              onChange={heads => onChange({ ...plan, heads })}
            />
          </FormRow>
        )}
        {held.approvals > 0 && (
          <FormRow
            id="hand-over-approvals"
            label={say("approvals", { count: held.approvals })}
            error={errors.approvals}
          >
            <PersonPicker
              except={user.id}
              id="hand-over-approvals"
              label={say("approvals", { count: held.approvals })}
              value={plan.approvals}
              onChange={approvals => onChange({ ...plan, approvals })}
            />
          </FormRow>
        )}
        {held.automations > 0 && (
          <FormRow
            id="hand-over-automations"
            label={say("automations", { count: held.automations })}
            error={errors.automations}
          >
            <PersonPicker
              except={user.id}
              id="hand-over-automations"
              label={say("automations", { count: held.automations })}
              value={plan.automations}
              onChange={automations => onChange({ ...plan, automations })}
            />
          </FormRow>
        )}
      </div>
      {user.active && (
        <Checkbox
          checked={plan.disable}
          onChange={event => onChange({ ...plan, disable: event.target.checked })}
        >
          {say("disable", { name: user.name })} <span className="quiet">{say("disableNote")}</span>
        </Checkbox>
      )}
    </>
  );
}
