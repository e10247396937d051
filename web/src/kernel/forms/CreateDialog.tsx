import { Button } from "antd";
import { useState } from "react";
import type { BusinessObject, Draft, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FormDialog } from "./FormDialog";
import { formWords } from "./messages";
import { useRecordForm } from "./useRecordForm";

interface Props {
  object: BusinessObject;
  /** What is known already, in the form values are read: `{customer: {id, label}}`. */
  initial?: Draft;
  onClose: () => void;
  onCreated: (record: RecordData) => void;
  /** Offers to go on with the next one. */
  repeatable?: boolean;
}

/** Makes one record of any object. */
export default function CreateDialog({ object, initial = {}, onClose, onCreated, repeatable }: Props) {
  const say = useSay(formWords);
  const form = useRecordForm(object, undefined, initial);
  const [round, setRound] = useState(0);

  async function save(again: boolean) {
    const record = await form.save();
    if (!record) return;
    form.reset(initial);
    if (again) setRound(round + 1);
    else onCreated(record);
  }

  return (
    <FormDialog
      key={round}
      title={say("newTitle", { object: object.label })}
      form={form}
      extra={
        repeatable && (
          <Button disabled={form.saving} onClick={() => void save(true)}>
            {say("saveAndNew")}
          </Button>
        )
      }
      onSave={() => void save(false)}
      onClose={onClose}
    />
  );
}
