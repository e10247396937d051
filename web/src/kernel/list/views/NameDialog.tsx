import { Checkbox, Input, Modal } from "antd";
import { useId, useState } from "react";
import { Problem } from "~/kernel/api/problem";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { listWords } from "../messages";

interface Named {
  name: string;
  shared: boolean;
}

interface Props {
  title: string;
  initial: Named;
  onSave: (named: Named) => Promise<unknown>;
  onClose: () => void;
}

/** The name of a view, and whether colleagues see it too. */
export function NameDialog({ title, initial, onSave, onClose }: Props) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const id = useId();
  const [name, setName] = useState(initial.name);
  const [shared, setShared] = useState(initial.shared);
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);

  async function save() {
    if (!name.trim() || saving) return;
    setSaving(true);
    try {
      await onSave({ name: name.trim(), shared });
      onClose();
    } catch (problem) {
      setError(problem instanceof Problem ? problem.message : String(problem));
      setSaving(false);
    }
  }

  return (
    <Modal
      open
      title={title}
      width={420}
      okText={sayCommon("save")}
      okButtonProps={{ disabled: !name.trim(), loading: saving }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <FormRow id={id} label={say("viewName")} required error={error}>
        <Input
          id={id}
          autoFocus
          maxLength={60}
          value={name}
          status={error ? "error" : undefined}
          onChange={event => setName(event.target.value)}
          onPressEnter={event => !event.nativeEvent.isComposing && void save()}
        />
      </FormRow>
      <Checkbox checked={shared} onChange={event => setShared(event.target.checked)}>
        {say("share")}
      </Checkbox>
    </Modal>
  );
}
