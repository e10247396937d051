import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Switch } from "antd";
import { useEffect, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Role } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { organisationWords } from "../messages";
import { refreshOrganisation } from "../organisation";
import { CommandRights } from "./CommandRights";
import { FieldRights } from "./FieldRights";
import { isSame, type RoleDraft, unfinished } from "./grants";
import { rightsWords } from "./messages";
import { ObjectRights } from "./ObjectRights";
import { PageRights } from "./PageRights";
import { RoleChangeDialog } from "./RoleChangeDialog";

interface Props {
  /** Absent for one that is being made. */
  role?: Role;
  saved: RoleDraft;
  initial?: RoleDraft;
  onCopy?: (draft: RoleDraft) => void;
  onCompare?: () => void;
  onLeave: () => void;
  onMade: (id: number) => void;
}

/** Name and rights of one role, saved together. */
export function RoleEditor({ role, saved, initial = saved, onCopy, onCompare, onLeave, onMade }: Props) {
  const say = useSay(organisationWords);
  const sayRights = useSay(rightsWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const textOf = useRefusalText();
  const [draft, setDraft] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const changed = !isSame(draft, saved);
  const incomplete = !draft.administrator && unfinished(draft.grants).length > 0;
  const [previewing, setPreviewing] = useState(false);
  // Saved or deleted: going on must not ask about changes that are not there any more.
  const [settled, setSettled] = useState<{ goOn: () => void } | null>(null);
  useLeaveGuard(changed && !settled);
  useEffect(() => settled?.goOn(), [settled]);

  async function save() {
    const body = { ...draft, name: draft.name.trim() };
    const said = { said: say("roleSaved", { name: body.name }) };
    await attempt(async () => {
      if (role) {
        await api.patch(`/roles/${role.id}`, { ...body, version: role.version }, said);
        await refreshOrganisation(queries);
      } else {
        const made = await api.post<{ id: number }>("/roles", body, said);
        await refreshOrganisation(queries);
        setSettled({ goOn: () => onMade(made.id) });
      }
    });
  }

  /** What a change means for people is shown before it is saved; a new role, or a new name, concerns nobody. */
  function confirm() {
    const rights = { ...draft, name: saved.name };
    if (role && role.users > 0 && !isSame(rights, saved)) setPreviewing(true);
    else void save();
  }

  async function remove({ id, name }: Role) {
    const sure = await modal.confirm({
      title: say("deleteRole", { name }),
      content: say("deleteRoleText"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await attempt(async () => {
      await api.delete(`/roles/${id}`, { said: say("roleDeleted", { name }) });
      setSettled({ goOn: onLeave });
      await refreshOrganisation(queries);
    });
  }

  async function attempt(deed: () => Promise<void>) {
    setBusy(true);
    setErrors({});
    setRefusal(null);
    try {
      await deed();
    } catch (cause) {
      setErrors(cause instanceof Problem ? cause.byField() : {});
      setRefusal(textOf(cause));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="role">
      <Button className="role-back" icon={<ArrowLeftOutlined />} onClick={onLeave}>
        {say("backToRoles")}
      </Button>
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
      <Panel>
        <div className="role-head">
          <FormRow id="role-name" label={say("roleName")} error={errors.name} required>
            <Input
              id="role-name"
              value={draft.name}
              autoComplete="off"
              autoFocus={!role}
              status={errors.name ? "error" : undefined}
              aria-describedby="role-name-note"
              onChange={event => setDraft({ ...draft, name: event.target.value })}
            />
          </FormRow>
          <FormRow id="role-administrator" label={say("administrator")} help={say("administratorNote")}>
            <Switch
              id="role-administrator"
              checked={draft.administrator}
              aria-describedby="role-administrator-note"
              onChange={administrator => setDraft({ ...draft, administrator })}
            />
          </FormRow>
        </div>
      </Panel>
      {!draft.administrator && (
        <>
          <ObjectRights grants={draft.grants} onChange={grants => setDraft({ ...draft, grants })} />
          <FieldRights fields={draft.fields} onChange={fields => setDraft({ ...draft, fields })} />
          <PageRights pages={draft.pages} onChange={pages => setDraft({ ...draft, pages })} />
          <CommandRights commands={draft.commands} onChange={commands => setDraft({ ...draft, commands })} />
        </>
      )}
      <div className="role-foot">
        {role && onCopy && <Button onClick={() => onCopy(draft)}>{say("copyRole")}</Button>}
        {role && onCompare && <Button onClick={onCompare}>{sayRights("compare")}</Button>}
        {role && (
          <Button
            danger
            disabled={role.users > 0}
            title={role.users > 0 ? say("roleInUse", { count: role.users }) : undefined}
            onClick={() => remove(role)}
          >
            {sayCommon("delete")}
          </Button>
        )}
        <span className="role-changed quiet" aria-live="polite">
          {changed && say("unsaved")}
        </span>
        {changed && role && <Button onClick={() => setDraft(saved)}>{say("discard")}</Button>}
        <Button
          type="primary"
          loading={busy}
          disabled={!changed || draft.name.trim() === "" || incomplete}
          title={incomplete ? sayRights("finish") : undefined}
          onClick={confirm}
        >
          {sayCommon("save")}
        </Button>
      </div>
      {previewing && role && (
        <RoleChangeDialog
          role={role}
          draft={{ ...draft, name: draft.name.trim() }}
          onClose={() => setPreviewing(false)}
          onSave={() => {
            setPreviewing(false);
            void save();
          }}
        />
      )}
    </div>
  );
}
