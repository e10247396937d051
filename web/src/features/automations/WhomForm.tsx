import { Checkbox, Select } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useRoleOptions } from "~/kernel/people/useRoleOptions";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { FormRow } from "~/ui/FormRow";
import { designerWords } from "./messages";
import type { Whom } from "./plan";

/** People, by what they are to the record and by name. */
export function WhomForm({
  object,
  label,
  whom,
  onChange,
}: {
  object: BusinessObject;
  label: string;
  whom: Whom;
  onChange: (whom: Whom) => void;
}) {
  const say = useSay(designerWords);
  const roles = useRoleOptions();
  const set = (part: Partial<Whom>) => onChange({ ...whom, ...part });
  const fields = object.fields.filter(field => field.kind === "user" && field.name !== "owner");
  return (
    <fieldset className="flow-when">
      <legend>{label}</legend>
      {object.capabilities.includes("owned") && (
        <p className="automation-row">
          <Checkbox checked={whom.owner} onChange={event => set({ owner: event.target.checked })}>
            {say("owner")}
          </Checkbox>
          <Checkbox checked={whom.superior} onChange={event => set({ superior: event.target.checked })}>
            {say("superior")}
          </Checkbox>
        </p>
      )}
      <FormRow id="whom-people" label={say("people")}>
        <PeoplePicker id="whom-people" value={whom.people} onChange={people => set({ people })} />
      </FormRow>
      <FormRow id="whom-roles" label={say("roles")}>
        <Select
          id="whom-roles"
          mode="multiple"
          value={whom.roles.map(role => role.id)}
          options={roles}
          onChange={(ids: number[]) =>
            set({
              roles: roles
                .filter(role => ids.includes(role.value))
                .map(role => ({ id: role.value, label: role.label })),
            })
          }
        />
      </FormRow>
      {fields.length > 0 && (
        <FormRow id="whom-fields" label={say("personFields")}>
          <Select
            id="whom-fields"
            mode="multiple"
            value={whom.fields}
            options={fields.map(field => ({ value: field.name, label: field.label }))}
            onChange={(chosen: string[]) => set({ fields: chosen })}
          />
        </FormRow>
      )}
    </fieldset>
  );
}
