import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Drawer, Input, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { Differences } from "./Differences";
import { refreshDesign } from "./design";
import { versionWords } from "./messages";
import { useImpact } from "./versions";

/** A draft with what it would mean, to be published. */
export function DraftDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const say = useSay(versionWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const go = useGo();
  const { busy, act } = useAct();
  const impact = useImpact(id);
  const [note, setNote] = useState("");
  const draft = impact.data;
  const blocked = !draft || draft.faults.length + draft.conflicts.length > 0 || draft.effects.length === 0;

  async function publish() {
    const done = await act(() =>
      api.post(`/catalog/drafts/${id}/publish`, { note }, { said: say("published") }),
    );
    if (done) onClose();
    await refreshDesign(queries);
  }

  return (
    <Drawer
      open
      size={720}
      title={draft ? say("draftTitle", { name: draft.name }) : say("drafts")}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={
        <div className="design-foot">
          <Button onClick={onClose}>{sayCommon("close")}</Button>
          <Button onClick={() => go(`${addressOf.settings("objects")}?draft=${id}`)}>{say("goOn")}</Button>
          <Button type="primary" loading={busy} disabled={blocked} onClick={() => void publish()}>
            {say("publish")}
          </Button>
        </div>
      }
    >
      {!draft && <Skeleton active />}
      {draft && draft.conflicts.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say("conflicts")}
          description={
            <ul>
              {draft.conflicts.map(({ object, field, objectLabel, fieldLabel }) => (
                <li key={`${object}.${field}`}>
                  {fieldLabel ? `${objectLabel} · ${fieldLabel}` : objectLabel}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {draft && draft.faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say("notYet")}
          description={
            <ul>
              {draft.faults.map(fault => (
                <li key={fault.field + fault.message}>
                  <code>{fault.field}</code> {fault.message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {draft && draft.effects.length === 0 && draft.conflicts.length === 0 && (
        <EmptyState title={say("nothingChanged")} text={say("nothingChangedText")} />
      )}
      {draft && draft.effects.length > 0 && (
        <>
          <h3>{say("impact")}</h3>
          <Differences differences={draft.effects} />
          <FormRow id="draft-note" label={say("note")}>
            <Input
              id="draft-note"
              value={note}
              placeholder={draft.name}
              maxLength={500}
              onChange={event => setNote(event.target.value)}
            />
          </FormRow>
        </>
      )}
    </Drawer>
  );
}
