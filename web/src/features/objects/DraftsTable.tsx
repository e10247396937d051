import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { refreshDesign } from "./design";
import { versionWords } from "./messages";
import type { Draft } from "./versions";

/** What is being prepared and not in force yet. */
export function DraftsTable({ drafts, onOpen }: { drafts: Draft[]; onOpen: (id: number) => void }) {
  const say = useSay(versionWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

  async function discard({ id, name }: Draft) {
    const sure = await modal.confirm({
      title: say("discardTitle", { name }),
      content: say("discardText"),
      okText: say("discard"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(() => api.delete(`/catalog/drafts/${id}`, { said: say("discarded", { name }) }));
    await refreshDesign(queries);
  }

  return (
    <DataTable
      label={say("drafts")}
      rows={drafts}
      rowKey={({ id }) => id}
      empty={<EmptyState title={say("noDrafts")} text={say("noDraftsText")} />}
      columns={[
        {
          key: "name",
          title: say("draftName"),
          lead: true,
          cell: draft => (
            <button type="button" className="design-field" onClick={() => onOpen(draft.id)}>
              {draft.name}
            </button>
          ),
        },
        { key: "by", title: say("by"), cell: ({ by }) => by?.label },
        { key: "at", title: say("at"), cell: ({ at }) => moment.format(new Date(at)) },
        { key: "base", title: say("base"), numeric: true, cell: ({ base }) => base },
        {
          key: "actions",
          title: "",
          lead: true,
          cell: draft => (
            <span className="design-actions">
              <Link href={`${addressOf.settings("objects")}?draft=${draft.id}`}>{say("goOn")}</Link>
              <Button size="small" onClick={() => onOpen(draft.id)}>
                {say("look")}
              </Button>
              <Button size="small" danger onClick={() => void discard(draft)}>
                {say("discard")}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}
