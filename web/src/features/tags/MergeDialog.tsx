import { Select } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Tag } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { tagWords } from "./messages";

interface Props {
  tag: Tag;
  others: Tag[];
  onMerged: () => Promise<void>;
  onClose: () => void;
}

/** Puts another tag in the place of this one on every record. */
export function MergeDialog({ tag, others, onMerged, onClose }: Props) {
  const say = useSay(tagWords);
  const [into, setInto] = useState<number | null>(null);

  async function merge() {
    const name = others.find(({ id }) => id === into)?.name ?? "";
    await api.post(`/tags/${tag.id}/merge`, { into }, { said: say("merged", { name }) });
    await onMerged();
  }

  return (
    <FormDialog
      title={say("mergeTitle", { name: tag.name })}
      okText={say("merge")}
      ready={into !== null}
      onSave={merge}
      onClose={onClose}
    >
      {errors => (
        <FormRow
          id="merge-into"
          label={say("tag")}
          error={errors.into}
          help={say("mergeText", { count: tag.uses, name: tag.name })}
          required
        >
          <Select
            id="merge-into"
            aria-label={say("tag")}
            aria-describedby="merge-into-note"
            autoFocus
            value={into}
            showSearch={{ optionFilterProp: "label" }}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setInto}
            style={{ width: "100%" }}
          />
        </FormRow>
      )}
    </FormDialog>
  );
}
