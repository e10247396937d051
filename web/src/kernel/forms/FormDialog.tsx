import { Button, Drawer } from "antd";
import type { ReactNode } from "react";
import { useSay } from "~/kernel/i18n/language";
import { LINES, useDocumentLines, useOverrides } from "~/kernel/overrides/overrides";
import { formWords } from "./messages";
import { RecordFields } from "./RecordFields";
import { useLeaveGuard } from "./useLeaveGuard";
import type { RecordForm } from "./useRecordForm";

interface Props {
  title: string;
  form: RecordForm;
  only?: string[];
  extra?: ReactNode;
  onSave: () => void;
  onClose: () => void;
}

/** A form at the side of the page it was opened from; on the phone, a page of its own. */
export function FormDialog({ title, form, only, extra, onSave, onClose }: Props) {
  const say = useSay(formWords);
  const { CreateHelp } = useOverrides(form.object.name);
  const lines = useDocumentLines(form.object);
  const mayLeave = useLeaveGuard(form.dirty && !form.saving);

  async function close() {
    if (await mayLeave()) onClose();
  }

  return (
    <Drawer
      open
      title={title}
      size={lines && (!only || only.includes(LINES)) ? 1080 : 720}
      mask={{ closable: true }}
      onClose={() => void close()}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={
        <div style={{ display: "flex", gap: 8, justifyContent: "flex-end" }}>
          <Button onClick={() => void close()}>{say("cancel")}</Button>
          {extra}
          <Button type="primary" loading={form.saving} title={say("saveHint")} onClick={onSave}>
            {say("save")}
          </Button>
        </div>
      }
    >
      {CreateHelp && !form.record && <CreateHelp object={form.object} set={form.set} />}
      <RecordFields form={form} onSave={onSave} only={only} />
    </Drawer>
  );
}
