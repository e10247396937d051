import { MoreOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Department } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useDepartments } from "~/kernel/people/people";
import { Panel } from "~/ui/Page";
import { organisationWords } from "../messages";
import { refreshOrganisation } from "../organisation";
import { DepartmentDialog, type DepartmentDraft } from "./DepartmentDialog";
import { headcount } from "./departmentPlaces";
import { useDepartmentDrag } from "./useDepartmentDrag";

/** The tree of departments; choosing one shows the people in it. */
export function DepartmentTree() {
  const say = useSay(organisationWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const departments = useDepartments();
  const [address, change] = useAddressState();
  const [editing, setEditing] = useState<DepartmentDraft | null>(null);
  const all = departments.data?.items ?? [];
  const { draggable, target } = useDepartmentDrag(all, move);

  const childrenOf = (parent: number | null) =>
    all.filter(department =>
      parent === null ? !all.some(other => other.id === department.parent) : department.parent === parent,
    );

  async function move(department: Department, to: Department | null) {
    const sure = await modal.confirm({
      title: to
        ? say("moveDepartment", { name: department.name, to: to.name })
        : say("moveToTop", { name: department.name }),
      content: say("moveText"),
      okText: say("move"),
    });
    if (!sure) return;
    await act(async () => {
      await api.patch(
        `/departments/${department.id}`,
        { parent: to?.id ?? null, version: department.version },
        { said: say("departmentMoved", { name: department.name }) },
      );
      await refreshOrganisation(queries);
    });
  }

  async function remove(department: Department) {
    const sure = await modal.confirm({
      title: say("deleteDepartment", { name: department.name }),
      content: say("deleteDepartmentText"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/departments/${department.id}`, {
        said: say("departmentDeleted", { name: department.name }),
      });
      if (address.department === String(department.id)) change({ department: null });
      await refreshOrganisation(queries);
    });
  }

  function actionsOn(department: Department) {
    return [
      { key: "edit", label: sayCommon("edit"), onClick: () => setEditing(department) },
      {
        key: "below",
        label: say("addBelow"),
        onClick: () => setEditing({ name: "", parent: department.id, head: null }),
      },
      { key: "delete", label: sayCommon("delete"), danger: true, onClick: () => remove(department) },
    ];
  }

  function branch(parent: number | null) {
    const children = childrenOf(parent);
    if (children.length === 0) return null;
    return (
      <ul>
        {children.map(department => (
          <li key={department.id}>
            <div
              className={target === department.id ? "department department-target" : "department"}
              {...draggable(department)}
            >
              <button
                type="button"
                aria-pressed={address.department === String(department.id)}
                onClick={() => change({ department: String(department.id) })}
                title={department.head ? say("headedBy", { name: department.head.label ?? "" }) : undefined}
              >
                <span className="department-name">{department.name}</span>
                <span className="department-head">{department.head?.label}</span>
                <span
                  className="quiet number"
                  title={say("membersBelow", { own: department.members, all: headcount(all, department) })}
                >
                  {headcount(all, department)}
                </span>
              </button>
              <Dropdown menu={{ items: actionsOn(department) }} trigger={["click"]}>
                <Button
                  type="text"
                  size="small"
                  icon={<MoreOutlined />}
                  aria-label={say("departmentActions", { name: department.name })}
                />
              </Dropdown>
            </div>
            {branch(department.id)}
          </li>
        ))}
      </ul>
    );
  }

  return (
    <Panel
      title={say("departments")}
      extra={
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setEditing({ name: "", parent: null, head: null })}
        >
          {say("addDepartment")}
        </Button>
      }
    >
      <nav className="departments" aria-label={say("departments")}>
        <div
          className={target === "top" ? "department department-target" : "department"}
          {...draggable(null)}
        >
          <button
            type="button"
            aria-pressed={!address.department}
            onClick={() => change({ department: null })}
          >
            <span className="department-name">{say("allPeople")}</span>
          </button>
        </div>
        <p className="sr-only">{say("departmentsHelp")}</p>
        {departments.isPending ? <Skeleton active /> : branch(null)}
      </nav>
      {editing && <DepartmentDialog department={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
