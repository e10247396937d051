import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { inDraft, refreshDesign, wordsIn } from "./design";
import { designWords } from "./messages";
import type { DeletedObject, Objects } from "./objects";

/** Own objects that were deleted, to take back while their records are there. */
export function DeletedObjects({ objects, draft }: { objects: Objects; draft: string | null }) {
  const say = useSay(designWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });

  async function restore({ name, label }: DeletedObject) {
    await act(() =>
      api.post(
        inDraft(`/catalog/objects/${name}/restore?version=${objects.version}`, draft),
        {},
        { said: say("objectRestored", { name: wordsIn(label, language) }) },
      ),
    );
    await refreshDesign(queries);
  }

  return (
    <Panel title={say("deletedObjects")}>
      <DataTable
        label={say("deletedObjects")}
        rows={objects.deleted}
        rowKey={({ name }) => name}
        columns={[
          { key: "object", title: say("object"), lead: true, cell: ({ label }) => wordsIn(label, language) },
          { key: "name", title: say("name"), cell: ({ name }) => <code>{name}</code> },
          { key: "by", title: say("deletedBy"), cell: ({ by }) => by.label },
          {
            key: "until",
            title: say("recordsKeptUntil"),
            cell: ({ until, restorable }) => (restorable ? date.format(new Date(until)) : say("recordsGone")),
          },
          {
            key: "restore",
            title: <span className="sr-only">{say("restore")}</span>,
            lead: true,
            width: 88,
            cell: object =>
              object.restorable && (
                <Button size="small" loading={busy} onClick={() => void restore(object)}>
                  {say("restore")}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
