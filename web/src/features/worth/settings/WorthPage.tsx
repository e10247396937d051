import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useAct, useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Worth } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
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
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const { act, busy: starting } = useAct();
  const [draft, setDraft] = useState<WorthDraft>(() => draftOf(worth));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = refusal instanceof Problem ? refusal.byField() : {};
  const set = (change: Partial<WorthDraft>) => setDraft(now => ({ ...now, ...change }));

  async function save() {
    setBusy(true);
    setRefusal(null);
    try {
      const body = { ...bodyOf(draft), version: worth.version };
      await api.patch(`/worth/${OBJECT}`, body, { said: say("saved") });
      await queries.invalidateQueries({ queryKey: worthKey });
      await refreshRecords(queries);
    } catch (cause) {
      setRefusal(cause);
    }
    setBusy(false);
  }

  return (
    <Page
      title={say("worth")}
      text={say("worthText")}
      actions={
        <>
          <Button
            loading={starting}
            onClick={() => void act(() => api.post(`/worth/${OBJECT}/run`, {}, { said: say("runSaid") }))}
          >
            {say("run")}
          </Button>
          <Button type="primary" loading={busy} disabled={!complete(draft)} onClick={() => void save()}>
            {sayCommon("save")}
          </Button>
        </>
      }
    >
      <div className="worth-editor">
        {refusal !== null && (
          <p className="rights-missing" role="alert">
            {Object.values(errors)[0] ?? refusalText(refusal)}
          </p>
        )}
        <Sources object={OBJECT} draft={draft} errors={errors} set={set} />
        <Window draft={draft} errors={errors} set={set} />
        <Scoring draft={draft} errors={errors} set={set} />
        <Preview object={OBJECT} draft={draft} reckoned={worth.reckoned} />
      </div>
    </Page>
  );
}
