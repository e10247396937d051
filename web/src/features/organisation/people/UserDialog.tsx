import { useQueryClient } from "@tanstack/react-query";
import { Input, Segmented, Select } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Labelled, PasswordLink, User } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { DepartmentPicker } from "~/kernel/pickers/DepartmentPicker";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { usePasswordRule } from "~/kernel/session/passwordRule";
import { FormRow } from "~/ui/FormRow";
import { organisationWords } from "../messages";
import { refreshOrganisation, useRoles } from "../organisation";
import { MustChange } from "./MustChange";
import { NewPassword } from "./NewPassword";
import { RegionsPicker } from "./RegionsPicker";

interface Props {
  user: User | null;
  /** Where a new person starts. */
  department: Labelled | null;
  onInvited: (link: PasswordLink) => void;
  onClose: () => void;
}

/** Somebody new, or changes to somebody who is here. */
export function UserDialog({ user, department: startsIn, onInvited, onClose }: Props) {
  const say = useSay(organisationWords);
  const rule = usePasswordRule();
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const roles = useRoles();
  const [texts, setTexts] = useState({
    name: user?.name ?? "",
    login: user?.login ?? "",
    email: user?.email ?? "",
    phone: user?.phone ?? "",
  });
  const [way, setWay] = useState<"link" | "password">("link");
  const [password, setPassword] = useState("");
  const [mustChange, setMustChange] = useState(true);
  const [department, setDepartment] = useState<Labelled | null>(user ? user.department : startsIn);
  const [manager, setManager] = useState<Labelled | null>(user?.manager ?? null);
  const [regions, setRegions] = useState<string[]>(user?.regions ?? []);
  const [roleIds, setRoleIds] = useState<number[]>(user?.roles.map(role => role.id) ?? []);

  async function save() {
    const body = {
      name: texts.name.trim(),
      ...(texts.login.trim() && { login: texts.login.trim() }),
      email: texts.email.trim() || null,
      phone: texts.phone.trim() || null,
      department: department?.id ?? null,
      manager: manager?.id ?? null,
      roles: roleIds,
      regions,
    };
    const said = { said: say("userSaved", { name: body.name }) };
    if (user) await api.patch(`/users/${user.id}`, { ...body, version: user.version }, said);
    else if (way === "link") onInvited(await api.post<PasswordLink>("/invitations", body, { said: null }));
    else await api.post("/users", password ? { ...body, password, mustChange } : body, said);
    await refreshOrganisation(queries);
  }

  const byMail = !user && way === "link" && texts.email.trim() !== "";

  return (
    <FormDialog
      title={say(user ? "editUser" : "addUser")}
      okText={sayCommon("save")}
      ready={texts.name.trim() !== "" && (texts.login.trim() !== "" || byMail) && department !== null}
      onSave={save}
      onClose={onClose}
    >
      {errors => {
        const row = (name: keyof typeof texts, required = false, label: string = say(name)) => (
          <FormRow id={`user-${name}`} label={label} error={errors[name]} required={required}>
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
            {row("login", !byMail, say(!user && way === "link" ? "loginOrEmail" : "login"))}
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
              <FormRow id="user-way" label={say("waysIn")} help={way === "link" && say("byLinkNote")} wide>
                <Segmented
                  id="user-way"
                  aria-label={say("waysIn")}
                  value={way}
                  options={[
                    { value: "link", label: say("byLink") },
                    { value: "password", label: say("byPassword") },
                  ]}
                  onChange={setWay}
                />
              </FormRow>
            )}
            {!user && way === "password" && (
              <>
                <NewPassword
                  id="user-password"
                  label={say("password")}
                  help={say("passwordNote", { rule })}
                  error={errors.password}
                  value={password}
                  onChange={setPassword}
                />
                {password !== "" && (
                  <MustChange id="user-must-change" value={mustChange} onChange={setMustChange} />
                )}
              </>
            )}
          </div>
        );
      }}
    </FormDialog>
  );
}
