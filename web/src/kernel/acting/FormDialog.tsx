import { Alert, Modal } from "antd";
import { type FormEvent, type ReactNode, useId, useState } from "react";

import { Problem } from "~/kernel/api/problem";
import { useRefusalText } from "./useAct";

interface Props {
  title: string;
  okText: string;
  /** Whether what must be there is there. */
  ready: boolean;
  width?: number;
  onSave: () => Promise<void>;
  onClose: () => void;
  /** Draws the fields, each with the message about it. */
  children: (errors: Record<string, string>) => ReactNode;
}

/** A short form in a dialog: Enter or Ctrl+Enter saves, and a refusal shows at its field. */
export function FormDialog({ title, okText, ready, width, onSave, onClose, children }: Props) {
  const form = useId();
  const textOf = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setErrors({});
    setRefusal(null);
    try {
      await onSave();
      onClose();
    } catch (cause) {
      const byField = cause instanceof Problem ? cause.byField() : {};
      setErrors(byField);
      if (Object.keys(byField).length === 0) setRefusal(textOf(cause));
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      title={title}
      width={width}
      okText={okText}
      okButtonProps={{ htmlType: "submit", form, loading: busy, disabled: !ready }}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <form
        id={form}
        className="form-dialog"
        onSubmit={save}
        onKeyDown={event => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
            event.currentTarget.requestSubmit();
          }
        }}
      >
        {refusal && (
          <Alert type="error" showIcon title={refusal} role="alert" style={{ marginBlockEnd: 16 }} />
        )}
        {children(errors)}
      </form>
    </Modal>
  );
}
