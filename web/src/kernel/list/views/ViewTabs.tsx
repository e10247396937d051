import {
  DeleteOutlined,
  DownOutlined,
  EditOutlined,
  PushpinFilled,
  PushpinOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import { App, Button, Dropdown, type MenuProps } from "antd";
import { useState } from "react";
import type { BusinessObject, View } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { listWords } from "../messages";
import type { ArrangedList } from "../useArrangement";
import { NameDialog } from "./NameDialog";
import { useDeleteView, useSaveView } from "./views";
import "./views.css";

/** The saved views of a list as tabs, and what one may do with the one shown. */
export function ViewTabs({ object, list }: { object: BusinessObject; list: ArrangedList }) {
  const say = useSay(listWords);
  return (
    <nav className="view-tabs" aria-label={say("views")}>
      {list.views.map(view => (
        <ViewTab key={view.id} object={object} list={list} view={view} shown={view === list.view} />
      ))}
    </nav>
  );
}

function ViewTab({
  object,
  list,
  view,
  shown,
}: {
  object: BusinessObject;
  list: ArrangedList;
  view: View;
  shown: boolean;
}) {
  const say = useSay(listWords);
  const first = list.views.find(other => other.builtin) === view;
  const query = writeQuery({ view: first ? null : view.id });
  return (
    <span className="view-tab" data-shown={shown}>
      <Link href={addressOf.list(object.name) + query} aria-current={shown ? "page" : undefined}>
        {view.pinned && <PushpinFilled aria-hidden className="view-mark" />}
        {!view.builtin && !view.mine && view.shared && <TeamOutlined aria-hidden className="view-mark" />}
        {view.name}
        {shown && list.changed && (
          <span className="view-changed" title={say("changedView")}>
            <span className="sr-only">{say("changedView")}</span>
          </span>
        )}
      </Link>
      {shown && !view.builtin && <ViewMenu object={object} list={list} view={view} />}
    </span>
  );
}

function ViewMenu({ object, list, view }: { object: BusinessObject; list: ArrangedList; view: View }) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const { modal } = App.useApp();
  const save = useSaveView(object.name);
  const remove = useDeleteView(object.name);
  const [renaming, setRenaming] = useState(false);
  const { administrator } = useSession().user;
  const mayChange = view.mine || administrator;

  function ownersItems(): NonNullable<MenuProps["items"]> {
    return [
      {
        key: "rename",
        icon: <EditOutlined aria-hidden />,
        label: say("rename"),
        onClick: () => setRenaming(true),
      },
      {
        key: "share",
        icon: <TeamOutlined aria-hidden />,
        label: say(view.shared ? "unshare" : "share"),
        onClick: () => save.mutate({ id: view.id, change: { shared: !view.shared } }),
      },
      { type: "divider" },
      {
        key: "delete",
        danger: true,
        icon: <DeleteOutlined aria-hidden />,
        label: say("deleteView"),
        onClick: askToDelete,
      },
    ];
  }

  function askToDelete() {
    modal.confirm({
      title: say("deleteViewAsk", { name: view.name }),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await remove.mutateAsync({ id: view.id, said: say("viewDeleted") });
        list.goToView(null);
      },
    });
  }

  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            {
              key: "pin",
              icon: <PushpinOutlined aria-hidden />,
              label: say(view.pinned ? "unpin" : "pin"),
              onClick: () => save.mutate({ id: view.id, change: { pinned: !view.pinned } }),
            },
            ...(mayChange ? ownersItems() : []),
          ],
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<DownOutlined aria-hidden />}
          aria-label={say("viewActions", { name: view.name })}
        />
      </Dropdown>
      {renaming && (
        <NameDialog
          title={say("rename")}
          initial={{ name: view.name, shared: view.shared ?? false }}
          onClose={() => setRenaming(false)}
          onSave={change => save.mutateAsync({ id: view.id, change })}
        />
      )}
    </>
  );
}

/** Shown once the list differs from its view: keep it in the view, keep it as a new one, or go back. */
export function ViewChanges({ object, list }: { object: BusinessObject; list: ArrangedList }) {
  const say = useSay(listWords);
  const save = useSaveView(object.name);
  const [naming, setNaming] = useState(false);
  const { view, arrangement, changed } = list;
  if (!changed) return null;
  const mine = view?.mine && !view.builtin;

  return (
    <span className="view-changes">
      <Button type="text" size="small" onClick={list.discard}>
        {say("discardChanges")}
      </Button>
      {mine && (
        <Button
          size="small"
          loading={save.isPending}
          onClick={async () => {
            await save.mutateAsync({ id: view.id, change: { ...arrangement }, said: say("viewSaved") });
            list.discard();
          }}
        >
          {say("saveChanges")}
        </Button>
      )}
      <Button size="small" type={mine ? "text" : "default"} onClick={() => setNaming(true)}>
        {say(mine ? "saveAsNew" : "saveView")}
      </Button>
      {naming && (
        <NameDialog
          title={say("saveAsNew")}
          initial={{ name: "", shared: false }}
          onClose={() => setNaming(false)}
          onSave={async change => {
            const made = await save.mutateAsync({
              change: { ...arrangement, ...change },
              said: say("viewSaved"),
            });
            list.goToView(made.id);
          }}
        />
      )}
    </span>
  );
}
