import { Select, TreeSelect } from "antd";
import type { Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { audienceWords } from "./messages";
import { PeopleSelect } from "./PeopleSelect";
import { departmentTree, useDepartments } from "./people";
import { useRoleOptions } from "./useRoleOptions";

/** Colleagues by name, by where they work and by what they do. */
export interface Audience {
  people: number[];
  departments: number[];
  roles: number[];
}

export function isSomebody({ people, departments, roles }: Audience): boolean {
  return people.length + departments.length + roles.length > 0;
}

interface Props {
  id: string;
  value: Audience;
  /** Names of the people chosen already. */
  known: Labelled[];
  errors: Record<string, string>;
  onChange: (change: Partial<Audience>) => void;
}

/** Chooses an audience; what roles there are only administrators know. */
export function AudienceFields({ id, value, known, errors, onChange }: Props) {
  const say = useSay(audienceWords);
  const departments = useDepartments();
  const { user } = useSession();
  return (
    <>
      <FormRow id={`${id}-people`} label={say("people")} error={errors.people}>
        <PeopleSelect
          id={`${id}-people`}
          known={known}
          value={value.people}
          onChange={people => onChange({ people })}
        />
      </FormRow>
      <FormRow id={`${id}-departments`} label={say("departments")} error={errors.departments}>
        <TreeSelect
          id={`${id}-departments`}
          multiple
          allowClear
          value={value.departments}
          treeData={departmentTree(departments.data?.items ?? [])}
          treeDefaultExpandAll
          showSearch={{ treeNodeFilterProp: "title" }}
          onChange={(ids: number[]) => onChange({ departments: ids })}
          style={{ width: "100%" }}
        />
      </FormRow>
      {user.administrator && (
        <RoleField
          id={`${id}-roles`}
          value={value.roles}
          error={errors.roles}
          onChange={roles => onChange({ roles })}
        />
      )}
    </>
  );
}

function RoleField({
  id,
  value,
  error,
  onChange,
}: {
  id: string;
  value: number[];
  error: string | undefined;
  onChange: (roles: number[]) => void;
}) {
  const say = useSay(audienceWords);
  return (
    <FormRow id={id} label={say("roles")} error={error}>
      <Select
        id={id}
        mode="multiple"
        allowClear
        value={value}
        options={useRoleOptions()}
        optionFilterProp="label"
        onChange={onChange}
        style={{ width: "100%" }}
      />
    </FormRow>
  );
}
