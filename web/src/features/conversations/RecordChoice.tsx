import { Select } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import type { RecordLink } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { FormRow } from "~/ui/FormRow";
import { chatWords } from "./messages";

/** Chooses a record to show. */
export function RecordChoice({
  onChosen,
  onClose,
}: {
  onChosen: (record: RecordLink) => void;
  onClose: () => void;
}) {
  const say = useSay(chatWords);
  const sayCommon = useSay(common);
  const objects = useCatalog()
    .listed()
    .filter(object => object.verbs.read);
  const [object, setObject] = useState(objects[0]?.name ?? "");
  const [record, setRecord] = useState<{ id: number; label: string | null } | null>(null);
  return (
    <FormDialog
      title={say("showRecord")}
      okText={sayCommon("confirm")}
      ready={record !== null}
      onSave={async () => {
        if (record) onChosen({ object, id: record.id, label: record.label });
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <FormRow id="chat-object" label={say("object")}>
            <Select
              id="chat-object"
              aria-label={say("object")}
              value={object}
              options={objects.map(({ name, label }) => ({ value: name, label }))}
              onChange={next => {
                setObject(next);
                setRecord(null);
              }}
            />
          </FormRow>
          <FormRow id="chat-record" label={say("record")} required>
            <RecordPicker
              key={object}
              id="chat-record"
              label={say("record")}
              object={object}
              value={record ? [record] : []}
              onChange={([chosen]) =>
                setRecord(chosen ? { id: chosen.id, label: chosen.label ?? null } : null)
              }
            />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
