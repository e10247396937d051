import { InboxOutlined } from "@ant-design/icons";
import { Progress } from "antd";
import { useRef, useState } from "react";
import type { StoredFile } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { upload } from "~/kernel/api/upload";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { fieldWords } from "../messages";
import { sizeText } from "./fileText";
import "./files.css";

interface Upload {
  key: string;
  name: string;
  share: number;
  error?: string;
}

interface Props {
  id: string;
  /** Called once for each batch, with what arrived. */
  onUploaded: (files: StoredFile[]) => void;
}

/** Takes several files at once, dropped or chosen, and shows how far each is. */
export function FileDrop({ id, onUploaded }: Props) {
  const say = useSay(fieldWords);
  const { maxUploadBytes } = useSession().settings;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [uploads, setUploads] = useState<Upload[]>([]);

  const update = (key: string, change: Partial<Upload>) =>
    setUploads(now => now.map(one => (one.key === key ? { ...one, ...change } : one)));

  async function take(files: File[]) {
    const batch = files.map(file => ({ file, key: crypto.randomUUID() }));
    setUploads(now => [
      ...now.filter(one => !one.error),
      ...batch.map(({ file, key }) => ({ key, name: file.name, share: 0 })),
    ]);
    const arrived = await Promise.all(batch.map(({ file, key }) => send(file, key)));
    onUploaded(arrived.filter(file => file !== null));
  }

  async function send(file: File, key: string): Promise<StoredFile | null> {
    if (file.size > maxUploadBytes) {
      update(key, { error: say("tooLarge", { limit: sizeText(maxUploadBytes) }) });
      return null;
    }
    const form = new FormData();
    form.append("file", file);
    try {
      const stored = await upload<StoredFile>("/files", form, {
        onProgress: share => update(key, { share }),
        said: null,
      });
      setUploads(now => now.filter(one => one.key !== key));
      return stored;
    } catch (problem) {
      update(key, { error: problem instanceof Problem ? problem.message : say("uploadFailed") });
      return null;
    }
  }

  return (
    <>
      <button
        type="button"
        id={id}
        className="file-drop"
        data-over={over}
        onClick={() => input.current?.click()}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
      >
        <InboxOutlined /> {say("dropFiles")}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={event => {
          void take([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <ul className="file-list" aria-live="polite">
        {uploads.map(one => (
          <li key={one.key} className="file-item">
            <span className="file-name">{one.name}</span>
            {one.error ? (
              <span className="form-row-error">{one.error}</span>
            ) : (
              <Progress percent={Math.round(one.share * 100)} size="small" style={{ width: 120 }} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
