import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Differences } from "./Differences";
import { refreshDesign } from "./design";
import { versionWords } from "./messages";
import { type Draft, useHistory } from "./versions";

/** Every version that was in force, newest first, with the way back to it. */
export function History() {
  const say = useSay(versionWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const [, change] = useAddressState();
  const history = useHistory();
  const versions = history.data?.pages.flatMap(({ items }) => items) ?? [];
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

  async function backTo(version: number) {
    await act(async () => {
      const draft = await api.post<Draft>(
        "/catalog/drafts",
        { name: say("backToName", { version }), backTo: version },
        { said: null },
      );
      await refreshDesign(queries);
      change({ draft: String(draft.id) });
    });
  }

  if (history.isPending) return <Skeleton active />;
  return (
    <>
      <DataTable
        label={say("history")}
        rows={versions}
        rowKey={({ version }) => version}
        empty={<EmptyState title={say("noHistory")} />}
        columns={[
          {
            key: "version",
            title: say("version"),
            lead: true,
            width: 72,
            cell: ({ version }) => <span className="number">{version}</span>,
          },
          { key: "at", title: say("at"), width: 168, cell: ({ at }) => moment.format(new Date(at)) },
          { key: "by", title: say("by"), width: 112, cell: ({ by }) => by?.label ?? say("product") },
          {
            key: "what",
            title: say("what"),
            cell: ({ note, differences }) => (
              <>
                {note && <p className="quiet">{note}</p>}
                <Differences differences={differences} />
              </>
            ),
          },
          {
            key: "back",
            title: "",
            lead: true,
            width: 120,
            cell: ({ version }) =>
              version !== versions[0]?.version && (
                <Button size="small" loading={busy} onClick={() => void backTo(version)}>
                  {say("backTo")}
                </Button>
              ),
          },
        ]}
      />
      {history.hasNextPage && (
        <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {say("earlier")}
        </Button>
      )}
    </>
  );
}
