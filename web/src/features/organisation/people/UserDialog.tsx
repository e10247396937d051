import { useQueryClient } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Labelled, User } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { DepartmentPicker } from "~/kernel/pickers/DepartmentPicker";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { organisationWords } from "../messages";
import { refreshOrganisation, useRoles } from "../organisation";
import { NewPassword } from "./NewPassword";
import { RegionsPicker } from "./RegionsPicker";

interface Props {
  user: User | null;
  /** Where a new person starts. */
  department: Labelled | null;
  onClose: () => void;
}

/** Somebody new, or changes to somebody who is here. */
export function UserDialog({ user, department: startsIn, onClose }: Props) {
  const say = useSay(organisationWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const roles = useRoles();
  const [texts, setTexts] = useState({
    name: user?.name ?? "",
    login: user?.login ?? "",
    email: user?.email ?? "",
    phone: user?.phone ?? "",
  });
  const [password, setPassword] = useState("");
  const [department, setDepartment] = useState<Labelled | null>(user ? user.department : startsIn);
  const [manager, setManager] = useState<Labelled | null>(user?.manager ?? null);
  const [regions, setRegions] = useState<string[]>(user?.regions ?? []);
  const [roleIds, setRoleIds] = useState<number[]>(user?.roles.map(role => role.id) ?? []);

  async function save() {
    const body = {
      name: texts.name.trim(),
      login: texts.login.trim(),
      email: texts.email.trim() || null,
      phone: texts.phone.trim() || null,
      department: department?.id ?? null,
      manager: manager?.id ?? null,
      roles: roleIds,
      regions,
    };
    const said = { said: say("userSaved", { name: body.name }) };
    if (user) await api.patch(`/users/${user.id}`, { ...body, version: user.version }, said);
    else await api.post("/users", password ? { ...body, password } : body, said);
    await refreshOrganisation(queries);
  }

  return (
    <FormDialog
      title={say(user ? "editUser" : "addUser")}
      okText={sayCommon("save")}
      ready={texts.name.trim() !== "" && texts.login.trim() !== "" && department !== null}
      onSave={save}
      onClose={onClose}
    >
      {errors => {
        const row = (name: keyof typeof texts, required = false) => (
          <FormRow id={`user-${name}`} label={say(name)} error={errors[name]} required={required}>
            <Input
              id={`user-${name}`}
              value={texts[name]}
              autoComplete="off"
              autoFocus={name === "name" && !user}
              status={errors[name] ? "error" : undefined}
              aria-describedby={`user-${name}-note`}
              onChange={event => setTexts({ ...texts, [name]: event.target.value })}
            />
          </FormRow>
        );
        return (
          <div className="user-form">
            {row("name", true)}
            {row("login", true)}
            <FormRow id="user-department" label={say("department")} error={errors.department} required>
              <DepartmentPicker
                id="user-department"
                label={say("department")}
                value={department}
                onChange={setDepartment}
                invalid={Boolean(errors.department)}
                describedBy="user-department-note"
                required
              />
            </FormRow>
            <FormRow
              id="user-manager"
              label={say("manager")}
              error={errors.manager}
              help={say("managerNote")}
            >
              <PersonPicker
                id="user-manager"
                label={say("manager")}
                value={manager}
                onChange={setManager}
                invalid={Boolean(errors.manager)}
                describedBy="user-manager-note"
              />
            </FormRow>
            <FormRow id="user-roles" label={say("rolesOf")} error={errors.roles} help={say("rolesNote")} wide>
              <Select
                id="user-roles"
                aria-label={say("rolesOf")}
                aria-describedby="user-roles-note"
                mode="multiple"
                loading={roles.isPending}
                value={roleIds}
                showSearch={{ optionFilterProp: "label" }}
                options={roles.data?.items.map(role => ({ value: role.id, label: role.name }))}
                onChange={setRoleIds}
                style={{ width: "100%" }}
              />
            </FormRow>
            <FormRow
              id="user-regions"
              label={say("regionsOf")}
              error={errors.regions}
              help={say("regionsNote")}
              wide
            >
              <RegionsPicker
                id="user-regions"
                label={say("regionsOf")}
                describedBy="user-regions-note"
                value={regions}
                onChange={setRegions}
              />
            </FormRow>
            {row("phone")}
            {row("email")}
            {!user && (
              <NewPassword
                id="user-password"
                label={say("password")}
                help={say("passwordNote")}
                error={errors.password}
                value={password}
                onChange={setPassword}
              />
            )}
          </div>
        );
      }}
    </FormDialog>
  );
}
