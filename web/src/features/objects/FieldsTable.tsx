import { MoreOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { type Design, type DesignedField, inDraft, refreshDesign, wordsIn } from "./design";
import { designWords, kindWords } from "./messages";
import { movesWords } from "./moves/messages";
import { type FieldUse, Uses } from "./Uses";

interface Props {
  design: Design;
  draft: string | null;
  fields: DesignedField[];
  onEdit: (field: DesignedField) => void;
  /** Absent where the moves of a choice cannot be changed, as in a draft. */
  onMoves?: (field: DesignedField) => void;
}

const MARKS = ["required", "unique", "searched", "listed", "headline"] as const;

/** What fields there are, of what kind, where they stand and what is asked of them. */
export function FieldsTable({ design, draft, fields, onEdit, onMoves }: Props) {
  const say = useSay(designWords);
  const sayKind = useSay(kindWords);
  const sayMoves = useSay(movesWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();

  async function remove(field: DesignedField) {
    const name = wordsIn(field.label, language);
    const { items } = await api.get<{ items: FieldUse[] }>(
      inDraft(`/catalog/${design.object}/fields/${field.name}/uses`, draft),
    );
    const sure = await modal.confirm({
      title: say("deleteField", { name }),
      content: <Uses uses={items} draft={draft} />,
      okButtonProps: { danger: true, disabled: items.some(use => use.holding) },
      okText: sayCommon("delete"),
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(
        inDraft(`/catalog/${design.object}/fields/${field.name}?version=${design.version}`, draft),
        {
          said: say("deleted", { name }),
        },
      );
    });
    await refreshDesign(queries);
  }

  const columns: DataColumn<DesignedField>[] = [
    {
      key: "field",
      title: say("field"),
      lead: true,
      cell: field => (
        <button type="button" className="design-field" onClick={() => onEdit(field)}>
          {wordsIn(field.label, language)}
          {field.own && (
            <Tag color="blue" variant="filled">
              {say("own")}
            </Tag>
          )}
        </button>
      ),
    },
    { key: "kind", title: say("kind"), cell: field => kindName(field.kind, sayKind) },
    { key: "name", title: say("name"), cell: field => <code>{field.name}</code> },
    { key: "section", title: say("section"), cell: field => wordsIn(field.section, language) },
    {
      key: "marks",
      title: say("marks"),
      cell: field =>
        MARKS.filter(mark => field[mark])
          .map(mark => say(mark))
          .join(language === "zh-CN" ? "、" : ", "),
    },
    {
      key: "actions",
      title: <span className="sr-only">{sayCommon("more")}</span>,
      lead: true,
      width: 48,
      cell: field => (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{
            items: [
              { key: "edit", label: sayCommon("edit"), onClick: () => onEdit(field) },
              ...(onMoves && field.kind === "choice"
                ? [{ key: "moves", label: sayMoves("rules"), onClick: () => onMoves(field) }]
                : []),
              ...(field.own
                ? [
                    {
                      key: "delete",
                      label: sayCommon("delete"),
                      danger: true,
                      onClick: () => void remove(field),
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
            aria-label={say("fieldActions", { name: wordsIn(field.label, language) })}
          />
        </Dropdown>
      ),
    },
  ];

  return (
    <DataTable
      label={say("fields")}
      columns={columns}
      rows={fields}
      rowKey={({ name }) => name}
      empty={<EmptyState title={say("noFields")} />}
    />
  );
}

/** A kind that a newer server knows is called by its own name. */
export function kindName(kind: string, say: (key: keyof typeof kindWords) => string): string {
  return kind in kindWords ? say(kind as keyof typeof kindWords) : kind;
}
