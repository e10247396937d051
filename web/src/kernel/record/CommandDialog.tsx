import { useQueryClient } from "@tanstack/react-query";
import { Alert, Modal } from "antd";
import { useId, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { Draft } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { isEmpty } from "~/kernel/fields/kind";
import { toWire } from "~/kernel/fields/registry";
import { type CommandProps, useCommandScreen } from "~/kernel/overrides/overrides";
import { refreshRecords, runCommand } from "~/kernel/records/records";
import { FormRow } from "~/ui/FormRow";

/** Asks what a command needs to know, on the object's own screen where it has one, then gives it. */
export function CommandDialog(props: CommandProps) {
  const Own = useCommandScreen(props.object, props.command.name);
  return Own ? <Own {...props} /> : <CommandForm {...props} />;
}

function CommandForm({ object, record, command, onClose }: CommandProps) {
  const id = useId();
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const nameOf = useNameOf(object);
  const [draft, setDraft] = useState<Draft>({});
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = refusal instanceof Problem ? refusal.byField() : {};
  const complete = command.input.every(field => !field.required || !isEmpty(draft[field.name]));

  async function give() {
    setBusy(true);
    setRefusal(null);
    try {
      const input = toWire({ ...object, fields: command.input }, draft);
      await runCommand(object.name, record.id, command, input);
      await refreshRecords(queries);
      onClose();
    } catch (cause) {
      setRefusal(cause);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      title={`${command.label}：${nameOf(record)}`}
      okText={command.label}
      okButtonProps={{ danger: command.danger, disabled: !complete, loading: busy }}
      onOk={() => void give()}
      onCancel={onClose}
    >
      {refusal !== null && !command.input.some(field => errors[field.name]) && (
        <Alert type="error" showIcon title={refusalText(refusal)} />
      )}
      {command.input.map((field, at) => (
        <FormRow
          key={field.name}
          id={`${id}-${field.name}`}
          label={field.label}
          required={field.required}
          help={field.help}
          error={errors[field.name]}
        >
          <FieldInput
            id={`${id}-${field.name}`}
            field={field}
            object={object.name}
            value={draft[field.name] ?? null}
            autoFocus={at === 0}
            onChange={value => setDraft({ ...draft, [field.name]: value })}
          />
        </FormRow>
      ))}
    </Modal>
  );
}
