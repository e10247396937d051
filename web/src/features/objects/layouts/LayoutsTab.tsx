import { ArrowDownOutlined, ArrowUpOutlined, MoreOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Dropdown, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { type Design, inDraft, refreshDesign, wordsIn } from "../design";
import { moved } from "../moved";
import { useRoles } from "../moves/moves";
import { LayoutEditor } from "./LayoutEditor";
import { copyOf, type Layout, type Layouts, STANDARD, sentLayout, useLayouts } from "./layouts";
import { layoutWords } from "./messages";

interface Props {
  design: Design;
  draft: string | null;
}

/** Which roles have a form of their own, in the order in which they are tried. */
export function LayoutsTab({ design, draft }: Props) {
  const say = useSay(layoutWords);
  const { data } = useLayouts(design.object, draft);
  const [editing, setEditing] = useState<Layout | null>(null);
  if (!data) {
    return (
      <Panel>
        <Skeleton active />
      </Panel>
    );
  }
  const standard = data.layouts.find(({ key }) => key === STANDARD) ?? data.shipped;
  return (
    <Panel
      title={say("layouts")}
      extra={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setEditing(copyOf(standard, { zh: "", en: "" }, []))}
        >
          {say("add")}
        </Button>
      }
    >
      <p className="quiet">{say("text")}</p>
      <Alert type="info" showIcon title={say("noRight")} className="layout-note" />
      <LayoutsTable design={design} draft={draft} layouts={data} standard={standard} onEdit={setEditing} />
      {editing && (
        <LayoutEditor
          design={design}
          draft={draft}
          layouts={data}
          layout={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

interface TableProps extends Props {
  layouts: Layouts;
  standard: Layout;
  onEdit: (layout: Layout) => void;
}

function LayoutsTable({ design, draft, layouts, standard, onEdit }: TableProps) {
  const say = useSay(layoutWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const roles = useRoles();
  const { modal } = App.useApp();
  const { act, busy } = useAct();
  const forRoles = layouts.layouts.filter(({ key }) => key !== STANDARD);
  const own = standard !== layouts.shipped;

  async function replace(next: Layout[], said: string) {
    await act(() =>
      api.put(
        inDraft(`/catalog/${design.object}/layouts`, draft),
        { version: layouts.version, layouts: next.map(sentLayout) },
        { said },
      ),
    );
    await refreshDesign(queries);
  }

  async function remove(layout: Layout) {
    const name = wordsIn(layout.name, language);
    const sure = await modal.confirm({
      title: say("remove", { name }),
      content: layout.key === STANDARD ? say("shipped") : say("removeText"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (sure) {
      await replace(
        layouts.layouts.filter(({ key }) => key !== layout.key),
        say("removed", { name }),
      );
    }
  }

  function reorder(at: number, to: number) {
    void replace([...moved(forRoles, at, to), ...(own ? [standard] : [])], say("reordered"));
  }

  const columns: DataColumn<Layout>[] = [
    {
      key: "layout",
      title: say("layout"),
      lead: true,
      cell: layout => (
        <button type="button" className="design-field" onClick={() => onEdit(layout)}>
          {wordsIn(layout.name, language)}
        </button>
      ),
    },
    {
      key: "roles",
      title: say("roles"),
      cell: layout =>
        layout.key === STANDARD
          ? say("standardNote")
          : layout.roles
              .map(id => roles.data?.find(role => role.id === id)?.label ?? "")
              .filter(Boolean)
              .join(language === "zh-CN" ? "、" : ", "),
    },
    {
      key: "contents",
      title: say("contents"),
      cell: layout =>
        say("counts", {
          sections: layout.sections.length,
          fields: layout.sections.reduce((sum, section) => sum + section.fields.length, 0),
        }),
    },
    {
      key: "actions",
      title: "",
      width: 120,
      cell: layout => {
        const name = wordsIn(layout.name, language);
        const at = forRoles.indexOf(layout);
        return (
          <span className="design-actions layouts-actions">
            {at >= 0 && (
              <>
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={say("moveUp", { name })}
                  disabled={at === 0 || busy}
                  onClick={() => reorder(at, at - 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={say("moveDown", { name })}
                  disabled={at === forRoles.length - 1 || busy}
                  onClick={() => reorder(at, at + 1)}
                />
              </>
            )}
            <Dropdown
              trigger={["click"]}
              menu={{
                items: [
                  { key: "edit", label: sayCommon("edit"), onClick: () => onEdit(layout) },
                  {
                    key: "copy",
                    label: say("copy"),
                    onClick: () =>
                      onEdit(
                        copyOf(
                          layout,
                          {
                            zh: `${layout.name.zh}（副本）`,
                            en: layout.name.en && `Copy of ${layout.name.en}`,
                          },
                          layout.roles,
                        ),
                      ),
                  },
                  ...(layout === layouts.shipped
                    ? []
                    : [
                        {
                          key: "remove",
                          label: sayCommon("delete"),
                          danger: true,
                          onClick: () => void remove(layout),
                        },
                      ]),
                ],
              }}
            >
              <Button
                type="text"
                size="small"
                icon={<MoreOutlined aria-hidden />}
                aria-label={`${name} ${sayCommon("more")}`}
              />
            </Dropdown>
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      label={say("layouts")}
      columns={columns}
      rows={[...forRoles, standard]}
      rowKey={layout => layout.key}
    />
  );
}
