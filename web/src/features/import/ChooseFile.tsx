import { DownloadOutlined, FileExcelOutlined } from "@ant-design/icons";
import { Alert, Button, Progress } from "antd";
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { useAct, useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, ImportJob } from "~/kernel/api/contract";
import { download } from "~/kernel/api/download";
import { sizeText } from "~/kernel/fields/files/fileText";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { Panel } from "~/ui/Page";
import { readFile } from "./imports";
import { importWords } from "./messages";

interface Props {
  object: BusinessObject;
  onRead: (job: ImportJob) => void;
}

/** The first step: a file is dropped or chosen, and read without writing anything. */
export function ChooseFile({ object, onRead }: Props) {
  const say = useSay(importWords);
  const sayCommon = useSay(common);
  const { maxUploadBytes } = useSession().settings;
  const textOf = useRefusalText();
  const { act } = useAct();
  const [reading, setReading] = useState<{ name: string; share: number } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const upload = useRef<AbortController | null>(null);
  useEffect(() => () => upload.current?.abort(), []);

  async function read(file: File | undefined) {
    if (!file || reading) return;
    const objection = objectionTo(file);
    setRefusal(objection);
    if (objection) return;
    const controller = new AbortController();
    upload.current = controller;
    setReading({ name: file.name, share: 0 });
    try {
      const job = await readFile(
        object.name,
        file,
        share => setReading({ name: file.name, share }),
        controller.signal,
      );
      upload.current = null;
      onRead(job);
    } catch (cause) {
      setReading(null);
      if (!controller.signal.aborted) setRefusal(textOf(cause));
    }
  }

  function objectionTo(file: File): string | null {
    if (file.size > maxUploadBytes) return say("tooLarge", { size: sizeText(maxUploadBytes) });
    if (/\.xls$/i.test(file.name)) return say("oldExcel");
    if (!/\.(xlsx|csv|txt|tsv)$/i.test(file.name)) return say("noTable");
    return null;
  }

  return (
    <>
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
      {reading ? (
        <Panel>
          <div className="import-reading" aria-live="polite">
            <p>{say(reading.share < 1 ? "uploading" : "reading", { name: reading.name })}</p>
            <Progress
              percent={Math.round(reading.share * 100)}
              status="active"
              aria-label={say("uploading", { name: reading.name })}
            />
            <Button onClick={() => upload.current?.abort()}>{sayCommon("cancel")}</Button>
          </div>
        </Panel>
      ) : (
        <label
          className={over ? "import-drop is-over" : "import-drop"}
          onDragOver={event => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event: DragEvent) => {
            event.preventDefault();
            setOver(false);
            read(event.dataTransfer.files[0]);
          }}
        >
          <FileExcelOutlined aria-hidden="true" />
          <strong>{say("dropHere")}</strong>
          <span className="quiet">{say("dropNote", { size: sizeText(maxUploadBytes) })}</span>
          <input
            type="file"
            className="sr-only"
            accept=".xlsx,.csv,.txt,.tsv"
            onChange={(event: ChangeEvent<HTMLInputElement>) => {
              read(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
      )}
      <div className="import-template">
        <span className="quiet">{say("templateText")}</span>
        <Button
          icon={<DownloadOutlined />}
          onClick={() => act(() => download(`/imports/template/${object.name}.xlsx`, `${object.label}.xlsx`))}
        >
          {say("template")}
        </Button>
      </div>
    </>
  );
}
