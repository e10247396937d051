import { UploadOutlined } from "@ant-design/icons";
import { Alert, App, Button, Input, Upload } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { faultyLines } from "./faultyLines";
import { rateWords } from "./messages";

interface Props {
  base: string;
  onSaved: () => Promise<void>;
  onClose: () => void;
}

interface Outcome {
  added: number;
  corrected: number;
  unchanged: number;
}

/** Takes rates that were copied from a spreadsheet, or stand in a file: all, or it says which lines are wrong. */
export function BringDialog({ base, onSaved, onClose }: Props) {
  const say = useSay(rateWords);
  const { message } = App.useApp();
  const [text, setText] = useState("");
  const [file, setFile] = useState<File | null>(null);

  async function bring() {
    const form = new FormData();
    form.append("file", file ?? new File([text], "rates.txt", { type: "text/plain" }));
    const outcome = await api.post<Outcome>("/settings/rates/import", form, { said: null });
    void message.success(say("brought", { ...outcome }));
    await onSaved();
  }

  return (
    <FormDialog
      title={say("bringTitle")}
      okText={say("take")}
      width={640}
      ready={file !== null || text.trim() !== ""}
      onSave={bring}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="rate-lines" label={say("lines")} help={say("bringText", { base })} error={errors.file}>
            <Input.TextArea
              id="rate-lines"
              rows={8}
              autoFocus
              disabled={file !== null}
              placeholder={"USD\t2026-01-01\t7.0288\nEUR\t2026-01-01\t8.2355"}
              value={text}
              onChange={event => setText(event.target.value)}
            />
          </FormRow>
          <Upload
            accept=".xlsx,.csv,.txt"
            maxCount={1}
            fileList={file ? [{ uid: "1", name: file.name }] : []}
            onRemove={() => setFile(null)}
            beforeUpload={chosen => {
              setFile(chosen);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />}>{say("file")}</Button>
          </Upload>
          <Faults errors={errors} />
        </>
      )}
    </FormDialog>
  );
}

function Faults({ errors }: { errors: Record<string, string> }) {
  const say = useSay(rateWords);
  const faults = faultyLines(errors);
  if (faults.length === 0) return null;
  return (
    <Alert
      type="error"
      role="alert"
      className="rates-faults"
      title={
        <ul>
          {faults.map(({ line, fault }) => (
            <li key={line}>{say("line", { line, fault })}</li>
          ))}
        </ul>
      }
    />
  );
}
