import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FormDialog } from "./FormDialog";
import { formWords } from "./messages";
import { useRecordForm } from "./useRecordForm";

interface Props {
  object: BusinessObject;
  record: RecordData;
  /** Only these fields. */
  only?: string[];
  onClose: () => void;
  onSaved: (record: RecordData) => void;
}

/** Changes one record of any object. */
export default function EditDialog({ object, record, only, onClose, onSaved }: Props) {
  const say = useSay(formWords);
  const form = useRecordForm(object, record);
  return (
    <FormDialog
      title={say("editTitle", { object: object.label })}
      form={form}
      only={only}
      onSave={async () => {
        const saved = await form.save();
        if (saved) onSaved(saved);
      }}
      onClose={onClose}
    />
  );
}
