import { DownloadOutlined, FileWordOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useRef, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { Problem } from "~/kernel/api/problem";
import { upload } from "~/kernel/api/upload";
import { useSay } from "~/kernel/i18n/language";
import type { WordLayout } from "./layouts";
import { papersWords } from "./messages";

interface Props {
  object: string;
  label: string;
  onTaken: (word: WordLayout) => void;
}

/** Brings a Word file; whatever is wrong with it is listed, each with its place. */
export function WordUpload({ object, label, onTaken }: Props) {
  const say = useSay(papersWords);
  const refusalText = useRefusalText();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<string[]>([]);

  async function take(file: File | undefined) {
    if (!file) return;
    setBusy(true);
    setFaults([]);
    const form = new FormData();
    form.append("file", file);
    try {
      onTaken(await upload<WordLayout>(`/paper-layouts/word/${object}`, form, { said: null }));
    } catch (cause) {
      const messages = cause instanceof Problem ? cause.errors.map(error => error.message) : [];
      setFaults(messages.length > 0 ? messages : [refusalText(cause)]);
    } finally {
      setBusy(false);
      if (input.current) input.current.value = "";
    }
  }

  return (
    <div className="word-upload">
      <div className="word-actions">
        <Button icon={<FileWordOutlined aria-hidden />} loading={busy} onClick={() => input.current?.click()}>
          {label}
        </Button>
        <Button
          type="link"
          icon={<DownloadOutlined aria-hidden />}
          href={`/api/paper-layouts/word/${object}/sample`}
        >
          {say("wordSample")}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx"
        aria-label={label}
        onChange={event => void take(event.target.files?.[0])}
      />
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={say("wordRefused")}
          description={<Points texts={faults} />}
        />
      )}
    </div>
  );
}

export function Points({ texts }: { texts: string[] }) {
  return (
    <ul className="word-points">
      {texts.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
