import { MoreOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { PeopleGroup } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { groupsKey, useGroups } from "~/kernel/people/groups";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { GroupDialog } from "./GroupDialog";
import { groupWords } from "./messages";

/** The groups of people. */
export default function GroupsPage() {
  return (
    <AdministratorsOnly>
      <Groups />
    </AdministratorsOnly>
  );
}

function Groups() {
  const say = useSay(groupWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const groups = useGroups();
  const [editing, setEditing] = useState<PeopleGroup | "new" | null>(null);

  async function remove({ id, name }: PeopleGroup) {
    const sure = await modal.confirm({
      title: say("deleteSure", { name }),
      content: say("deleteText"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/groups/${id}`, { said: say("deleted", { name }) });
      await queries.invalidateQueries({ queryKey: groupsKey });
    });
  }

  const columns: DataColumn<PeopleGroup>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: group => (
        <button type="button" className="row-name" onClick={() => setEditing(group)}>
          {group.name}
        </button>
      ),
    },
    {
      key: "people",
      title: say("people"),
      cell: group => (
        <span className="tag-row">
          {group.people.map(person => (
            <Tag key={person.id} variant="filled">
              {person.label}
            </Tag>
          ))}
          {group.left > 0 && <span className="quiet">{say("left", { count: group.left })}</span>}
        </span>
      ),
    },
    {
      key: "actions",
      title: <span className="sr-only">{sayCommon("more")}</span>,
      lead: true,
      width: 48,
      cell: group => (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{
            items: [
              { key: "edit", label: sayCommon("edit"), onClick: () => setEditing(group) },
              { key: "delete", label: sayCommon("delete"), danger: true, onClick: () => void remove(group) },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={say("actions", { name: group.name })}
          />
        </Dropdown>
      ),
    },
  ];

  return (
    <Page
      title={say("groups")}
      text={say("text")}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
          {say("add")}
        </Button>
      }
    >
      {groups.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("groups")}
          columns={columns}
          rows={groups.data?.items ?? []}
          rowKey={group => group.id}
          empty={<EmptyState title={say("none")} text={say("noneText")} />}
        />
      )}
      {editing && <GroupDialog group={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}
