import { Modal } from "antd";
import { useId, useState } from "react";
import type { BusinessObject, Draft, RecordData } from "~/kernel/api/contract";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { isEmpty } from "~/kernel/fields/kind";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { recordWords } from "../messages";
import type { Demanded } from "./demanded";

interface Props {
  object: BusinessObject;
  record: RecordData;
  demanded: Demanded[];
  /** What was filled in; `null` when the user gave up. */
  onAnswer: (filled: Draft | null) => void;
}

/** Asks for what a change requires besides: the reason of a loss when a status becomes lost. */
export function DemandDialog({ object, record, demanded, onAnswer }: Props) {
  const say = useSay(recordWords);
  const sayCommon = useSay(common);
  const prefix = useId();
  const [filled, setFilled] = useState<Draft>(() =>
    Object.fromEntries(demanded.map(({ field }) => [field.name, record[field.name] ?? null])),
  );
  return (
    <Modal
      open
      title={say("demandTitle")}
      width={480}
      okText={sayCommon("save")}
      cancelText={sayCommon("cancel")}
      okButtonProps={{ disabled: demanded.some(({ field }) => isEmpty(filled[field.name])) }}
      onOk={() => onAnswer(filled)}
      onCancel={() => onAnswer(null)}
    >
      {demanded.map(({ field, message }, at) => (
        <FormRow key={field.name} id={`${prefix}-${field.name}`} label={field.label} required help={message}>
          <FieldInput
            id={`${prefix}-${field.name}`}
            field={field}
            object={object.name}
            value={filled[field.name]}
            autoFocus={at === 0}
            describedBy={`${prefix}-${field.name}-note`}
            onChange={value => setFilled({ ...filled, [field.name]: value })}
          />
        </FormRow>
      ))}
    </Modal>
  );
}
