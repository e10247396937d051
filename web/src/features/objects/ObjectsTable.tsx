import { MoreOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { applicationWords } from "~/kernel/navigation/messages";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { DataTable } from "~/ui/DataTable";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { inDraft, refreshDesign, wordsIn } from "./design";
import { designWords } from "./messages";
import type { DesignedObject, Objects } from "./objects";

interface Props {
  objects: Objects;
  draft: string | null;
  onEdit: (name: string) => void;
}

/** What objects there are and where they stand; a name leads to the fields. */
export function ObjectsTable({ objects, draft, onEdit }: Props) {
  const say = useSay(designWords);
  const sayApplication = useSay(applicationWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();

  async function remove(object: DesignedObject) {
    const name = wordsIn(object.label, language);
    const sure = await modal.confirm({
      title: say("deleteObject", { name }),
      content: say("deleteObjectText"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(() =>
      api.delete(inDraft(`/catalog/objects/${object.name}?version=${objects.version}`, draft), {
        said: say("objectDeleted", { name }),
      }),
    );
    await refreshDesign(queries);
  }

  async function nameBack({ name, shippedLabel }: DesignedObject) {
    await act(() =>
      api.patch(
        inDraft(`/catalog/objects/${name}`, draft),
        { version: objects.version, label: null },
        { said: say("objectSaved", { name: wordsIn(shippedLabel, language) }) },
      ),
    );
    await refreshDesign(queries);
  }

  return (
    <DataTable
      label={say("objects")}
      rows={[...objects.items].sort((a, b) => place(a) - place(b))}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "object",
          title: say("object"),
          lead: true,
          cell: ({ name, label, icon, own, shippedLabel }) => (
            <Link className="design-object" href={inDraft(addressOf.settings(`objects/${name}`), draft)}>
              <span aria-hidden="true">
                <ObjectIcon name={icon} />
              </span>
              {wordsIn(label, language)}
              {own && (
                <Tag color="blue" variant="filled">
                  {say("own")}
                </Tag>
              )}
              {shippedLabel && (
                <small className="quiet">{say("called", { name: wordsIn(shippedLabel, language) })}</small>
              )}
            </Link>
          ),
        },
        { key: "name", title: say("name"), cell: ({ name }) => <code>{name}</code> },
        {
          key: "application",
          title: say("application"),
          cell: ({ application }) =>
            application && application in applicationWords
              ? sayApplication(application as keyof typeof applicationWords)
              : say("inside"),
        },
        { key: "own", title: say("ownFields"), numeric: true, cell: ({ ownFields }) => ownFields },
        { key: "fields", title: say("fieldCount"), numeric: true, cell: ({ fields }) => fields },
        {
          key: "actions",
          title: <span className="sr-only">{sayCommon("more")}</span>,
          lead: true,
          width: 48,
          cell: object => (
            <Dropdown
              trigger={["click"]}
              placement="bottomRight"
              menu={{
                items: [
                  {
                    key: "edit",
                    label: object.own ? sayCommon("edit") : say("rename"),
                    onClick: () => onEdit(object.name),
                  },
                  ...(object.shippedLabel
                    ? [
                        {
                          key: "back",
                          label: say("nameBack", { name: wordsIn(object.shippedLabel, language) }),
                          onClick: () => void nameBack(object),
                        },
                      ]
                    : []),
                  ...(object.own
                    ? [
                        {
                          key: "delete",
                          label: sayCommon("delete"),
                          danger: true,
                          onClick: () => void remove(object),
                        },
                      ]
                    : []),
                ],
              }}
            >
              <Button
                type="text"
                size="small"
                icon={<MoreOutlined />}
                aria-label={say("fieldActions", { name: wordsIn(object.label, language) })}
              />
            </Dropdown>
          ),
        },
      ]}
    />
  );
}

/** What has a list of its own comes before what only shows inside others. */
function place({ application }: DesignedObject): number {
  return application === null ? 1 : 0;
}
