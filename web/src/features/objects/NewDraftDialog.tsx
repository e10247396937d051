import { useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { useRef, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { FormRow } from "~/ui/FormRow";
import { refreshDesign } from "./design";
import { versionWords } from "./messages";
import type { Draft } from "./versions";

/** Begins a draft of what is in force, and goes to where it is worked on. */
export function NewDraftDialog({ onClose }: { onClose: () => void }) {
  const say = useSay(versionWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const go = useGo();
  const [name, setName] = useState("");
  const made = useRef<number | null>(null);

  /** Once there is a draft one goes to it, and not back to where one came from. */
  function close() {
    if (made.current === null) onClose();
    else go(`${addressOf.settings("objects")}?draft=${made.current}`);
  }

  async function save() {
    const draft = await api.post<Draft>("/catalog/drafts", { name }, { said: null });
    await refreshDesign(queries);
    made.current = draft.id;
  }

  return (
    <FormDialog
      title={say("newDraft")}
      okText={sayCommon("create")}
      ready={name.trim() !== ""}
      onSave={save}
      onClose={close}
    >
      {errors => (
        <FormRow
          id="draft-name"
          label={say("draftName")}
          error={errors.name}
          help={say("draftNote")}
          required
        >
          <Input
            id="draft-name"
            autoFocus
            autoComplete="off"
            value={name}
            aria-describedby="draft-name-note"
            onChange={event => setName(event.target.value)}
          />
        </FormRow>
      )}
    </FormDialog>
  );
}
