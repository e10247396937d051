import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Drawer } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import {
  type Design,
  type DesignedField,
  type FieldDraft,
  inDraft,
  newField,
  refreshDesign,
  settingsOf,
  wordsIn,
} from "./design";
import { FieldForm } from "./FieldForm";
import { KindPicker } from "./KindPicker";
import { designWords } from "./messages";

interface Props {
  design: Design;
  draft: string | null;
  /** Absent for a new one. */
  field?: DesignedField;
  title: string;
  onClose: () => void;
}

/** One field at the side of the page: its kind first, then everything about it. */
export function FieldDrawer({ design, draft: within, field, title, onClose }: Props) {
  const say = useSay(designWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const form = useId();
  const textOf = useRefusalText();
  const { message } = App.useApp();
  const [saved] = useState<FieldDraft | null>(field ? { ...field } : null);
  const [draft, setDraft] = useState<FieldDraft | null>(saved);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const before = saved ?? newField(draft?.kind ?? "");
  const settings = draft ? settingsOf(draft, before) : {};
  const mayLeave = useLeaveGuard(Object.keys(settings).length > 0 && !busy);

  async function close() {
    if (await mayLeave()) onClose();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!draft || busy) return;
    setBusy(true);
    setErrors({});
    setRefusal(null);
    try {
      const { notes } = await send(draft);
      for (const note of notes) message.info(note);
      await refreshDesign(queries);
      onClose();
    } catch (cause) {
      await refused(cause);
      setBusy(false);
    }
  }

  function send(wished: FieldDraft): Promise<{ notes: string[] }> {
    const name = wordsIn(wished.label, language);
    const path = `/catalog/${design.object}/fields`;
    return field
      ? api.patch(
          inDraft(`${path}/${field.name}`, within),
          { ...settings, version: design.version },
          { said: say("saved", { name }) },
        )
      : api.post(
          inDraft(path, within),
          { ...settings, kind: wished.kind, label: wished.label, version: design.version },
          { said: say("added", { name }) },
        );
  }

  async function refused(cause: unknown) {
    const byField = cause instanceof Problem ? cause.byField() : {};
    setErrors(byField);
    if (cause instanceof Problem && cause.isStale()) {
      await refreshDesign(queries);
      setRefusal(say("stale"));
    } else {
      setRefusal(textOf(cause));
    }
  }

  return (
    <Drawer
      open
      title={title}
      size={720}
      onClose={() => void close()}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={
        draft && (
          <div className="design-foot">
            <Button onClick={() => void close()}>{sayCommon("cancel")}</Button>
            <Button type="primary" htmlType="submit" form={form} loading={busy}>
              {sayCommon("save")}
            </Button>
          </div>
        )
      }
    >
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" className="design-refusal" />}
      {draft ? (
        <form id={form} onSubmit={save}>
          <FieldForm
            draft={draft}
            within={within}
            field={field}
            design={design}
            errors={errors}
            onChange={part => setDraft({ ...draft, ...part })}
          />
        </form>
      ) : (
        <KindPicker kinds={design.kinds} onChoose={kind => setDraft(newField(kind))} />
      )}
    </Drawer>
  );
}
