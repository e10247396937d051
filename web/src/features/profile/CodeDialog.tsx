import { Input } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { profileWords } from "./messages";

interface Props {
  title: string;
  okText: string;
  help: string;
  onCode: (code: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for a code before something that only the person may do. */
export function CodeDialog({ title, okText, help, onCode, onClose }: Props) {
  const say = useSay(profileWords);
  const [code, setCode] = useState("");
  return (
    <FormDialog
      title={title}
      okText={okText}
      ready={code.trim() !== ""}
      onSave={async () => {
        await onCode(code.trim());
      }}
      onClose={onClose}
    >
      {errors => (
        <FormRow id="code" label={say("code")} help={help} error={errors.code} required>
          <Input
            id="code"
            autoFocus
            autoComplete="one-time-code"
            value={code}
            status={errors.code ? "error" : undefined}
            aria-describedby="code-note"
            onChange={event => setCode(event.target.value)}
          />
        </FormRow>
      )}
    </FormDialog>
  );
}
