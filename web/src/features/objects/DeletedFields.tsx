import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { type Design, inDraft, refreshDesign, wordsIn } from "./design";
import { kindName } from "./FieldsTable";
import { designWords, kindWords } from "./messages";

/** Own fields that were deleted, to take back while their values are there. */
export function DeletedFields({ design, draft }: { design: Design; draft: string | null }) {
  const say = useSay(designWords);
  const sayKind = useSay(kindWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });

  async function restore(name: string, label: string) {
    await act(() =>
      api.post(
        inDraft(`/catalog/${design.object}/fields/${name}/restore?version=${design.version}`, draft),
        {},
        { said: say("restored", { name: label }) },
      ),
    );
    await refreshDesign(queries);
  }

  return (
    <Panel title={say("deletedFields")}>
      <DataTable
        label={say("deletedFields")}
        rows={design.deleted}
        rowKey={({ field }) => field.name}
        columns={[
          {
            key: "field",
            title: say("field"),
            lead: true,
            cell: ({ field }) => wordsIn(field.label, language),
          },
          { key: "kind", title: say("kind"), cell: ({ field }) => kindName(field.kind, sayKind) },
          { key: "name", title: say("name"), cell: ({ field }) => <code>{field.name}</code> },
          { key: "by", title: say("deletedBy"), cell: ({ by }) => by.label },
          {
            key: "until",
            title: say("keptUntil"),
            cell: ({ until, restorable }) => (restorable ? date.format(new Date(until)) : say("valuesGone")),
          },
          {
            key: "restore",
            title: <span className="sr-only">{say("restore")}</span>,
            lead: true,
            width: 88,
            cell: ({ field, restorable }) =>
              restorable && (
                <Button
                  size="small"
                  loading={busy}
                  onClick={() => void restore(field.name, wordsIn(field.label, language))}
                >
                  {say("restore")}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
