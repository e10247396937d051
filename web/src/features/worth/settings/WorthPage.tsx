import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Worth } from "~/kernel/api/contract";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { useSay } from "~/kernel/i18n/language";
import { refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { worthWords } from "./messages";
import { Preview } from "./Preview";
import { Scoring } from "./Scoring";
import { Sources } from "./Sources";
import { Window } from "./Window";
import { bodyOf, complete, draftOf, useWorth, type WorthDraft, worthKey } from "./worth";
import "./worth.css";

const OBJECT = "customer";

/** How the worth of customers is told: sources of deals, window, cut points. */
export default function WorthPage() {
  const say = useSay(worthWords);
  const { administrator } = useSession().user;
  const worth = useWorth(OBJECT);
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  if (!worth.data) return <Skeleton active />;
  return <Editor key={worth.data.version} worth={worth.data} />;
}

function Editor({ worth }: { worth: Worth }) {
  const say = useSay(worthWords);
  const queries = useQueryClient();
  const { act, busy: starting } = useAct();
  const editing = useEditing<WorthDraft>(() => draftOf(worth));
  const { draft, set, errors } = editing;

  const save = () =>
    editing.keep(async () => {
      const body = { ...bodyOf(draft), version: worth.version };
      await api.patch(`/worth/${OBJECT}`, body, { said: say("saved") });
      await queries.invalidateQueries({ queryKey: worthKey });
      await refreshRecords(queries);
    });

  return (
    <EditingPage
      title={say("worth")}
      text={say("worthText")}
      editing={editing}
      why={Object.values(errors)[0]}
      onSave={save}
      unfinished={!complete(draft)}
      acts={
        <Button
          loading={starting}
          onClick={() => void act(() => api.post(`/worth/${OBJECT}/run`, {}, { said: say("runSaid") }))}
        >
          {say("run")}
        </Button>
      }
      className="worth-editor"
    >
      <Sources object={OBJECT} draft={draft} errors={errors} set={set} />
      <Window draft={draft} errors={errors} set={set} />
      <Scoring draft={draft} errors={errors} set={set} />
      <Preview object={OBJECT} draft={draft} reckoned={worth.reckoned} />
    </EditingPage>
  );
}
