import { MoreOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { SharingRule } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { sharingWords } from "./messages";
import { SharingRuleDialog } from "./SharingRuleDialog";
import { sharingKey, useSharingRules } from "./sharing";
import "./sharing.css";

/** The sharing rules of the company. */
export default function SharingRulesPage() {
  const say = useSay(sharingWords);
  const { administrator } = useSession().user;
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  return <SharingRules />;
}

function SharingRules() {
  const say = useSay(sharingWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const catalog = useCatalog();
  const { modal } = App.useApp();
  const { act } = useAct();
  const rules = useSharingRules();
  const [editing, setEditing] = useState<SharingRule | "new" | null>(null);
  const all = rules.data?.items ?? [];
  const refresh = () => queries.invalidateQueries({ queryKey: sharingKey });

  async function turn({ id, name, version }: SharingRule, active: boolean) {
    await act(async () => {
      await api.patch(`/sharing-rules/${id}`, { active, version }, { said: say("saved", { name }) });
      await refresh();
    });
  }

  async function remove({ id, name }: SharingRule) {
    const sure = await modal.confirm({
      title: say("deleteSure", { name }),
      content: say("deleteText"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/sharing-rules/${id}`, { said: say("deleted", { name }) });
      await refresh();
    });
  }

  const columns: DataColumn<SharingRule>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: rule => (
        <button type="button" className="row-name" onClick={() => setEditing(rule)}>
          {rule.name} {!rule.active && <Tag variant="filled">{say("inactive")}</Tag>}
        </button>
      ),
    },
    { key: "object", title: say("object"), cell: rule => catalog.find(rule.object)?.label ?? rule.object },
    { key: "right", title: say("right"), cell: rule => say(rule.right === "edit" ? "editRight" : "read") },
    {
      key: "with",
      title: say("with"),
      cell: rule => (
        <span className="tag-row">
          {[...rule.people, ...rule.departments, ...rule.roles].map(target => (
            <Tag key={`${target.id}${target.label}`} variant="filled">
              {target.label}
            </Tag>
          ))}
        </span>
      ),
    },
    {
      key: "actions",
      title: <span className="sr-only">{sayCommon("more")}</span>,
      lead: true,
      width: 48,
      cell: rule => (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{
            items: [
              { key: "edit", label: sayCommon("edit"), onClick: () => setEditing(rule) },
              {
                key: "turn",
                label: say(rule.active ? "turnOff" : "turnOn"),
                onClick: () => void turn(rule, !rule.active),
              },
              { key: "delete", label: sayCommon("delete"), danger: true, onClick: () => void remove(rule) },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={say("actions", { name: rule.name })}
          />
        </Dropdown>
      ),
    },
  ];

  return (
    <Page
      title={say("sharing")}
      text={say("sharingText")}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
          {say("add")}
        </Button>
      }
    >
      {rules.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("sharing")}
          columns={columns}
          rows={all}
          rowKey={rule => rule.id}
          empty={<EmptyState title={say("none")} text={say("noneText")} />}
        />
      )}
      {editing && (
        <SharingRuleDialog rule={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}
