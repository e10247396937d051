import { useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Department, Labelled } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useDepartments } from "~/kernel/people/people";
import { DepartmentPicker } from "~/kernel/pickers/DepartmentPicker";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { organisationWords } from "../messages";
import { refreshOrganisation } from "../organisation";

/** A department as it is there, or one that is about to be. */
export type DepartmentDraft =
  | Department
  | { id?: undefined; name: string; parent: number | null; head: null };

interface Props {
  department: DepartmentDraft;
  onClose: () => void;
}

/** Name, place in the tree and head of a department. */
export function DepartmentDialog({ department, onClose }: Props) {
  const say = useSay(organisationWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const departments = useDepartments();
  const above = departments.data?.items.find(candidate => candidate.id === department.parent);
  const [name, setName] = useState(department.name);
  const [parent, setParent] = useState<Labelled | null>(above ? { id: above.id, label: above.name } : null);
  const [head, setHead] = useState<Labelled | null>(department.head);

  async function save() {
    const body = { name: name.trim(), parent: parent?.id ?? null, head: head?.id ?? null };
    const said = { said: say("departmentSaved", { name: body.name }) };
    if (department.id === undefined) await api.post("/departments", body, said);
    else await api.patch(`/departments/${department.id}`, { ...body, version: department.version }, said);
    await refreshOrganisation(queries);
  }

  return (
    <FormDialog
      title={say(department.id === undefined ? "addDepartment" : "editDepartment")}
      okText={sayCommon("save")}
      ready={name.trim() !== ""}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="department-name" label={say("departmentName")} error={errors.name} required>
            <Input
              id="department-name"
              value={name}
              autoFocus
              autoComplete="off"
              status={errors.name ? "error" : undefined}
              aria-describedby="department-name-note"
              onChange={event => setName(event.target.value)}
            />
          </FormRow>
          <FormRow
            id="department-parent"
            label={say("parentDepartment")}
            error={errors.parent}
            help={say("parentNote")}
          >
            <DepartmentPicker
              id="department-parent"
              label={say("parentDepartment")}
              value={parent}
              onChange={setParent}
              invalid={Boolean(errors.parent)}
              describedBy="department-parent-note"
            />
          </FormRow>
          <FormRow id="department-head" label={say("head")} error={errors.head} help={say("headNote")}>
            <PersonPicker
              id="department-head"
              label={say("head")}
              value={head}
              onChange={setHead}
              invalid={Boolean(errors.head)}
              describedBy="department-head-note"
            />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
