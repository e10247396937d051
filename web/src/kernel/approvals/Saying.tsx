import { PaperClipOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { lazy, Suspense, useId, useState } from "react";
import type { StoredFile } from "~/kernel/api/contract";
import { FileList } from "~/kernel/fields/files/FileList";
import { useSay } from "~/kernel/i18n/language";
import { approvalWords } from "./messages";

const FileDrop = lazy(async () => ({ default: (await import("~/kernel/fields/files/FileDrop")).FileDrop }));

/** What somebody says with what they do. */
export interface Said {
  comment: string;
  files: StoredFile[];
}

export const NOTHING_SAID: Said = { comment: "", files: [] };

/** As it is sent. */
export function saidOf({ comment, files }: Said) {
  return { comment, files: files.map(file => file.id) };
}

interface Props {
  /** Of the input, for a label beside it. */
  id?: string;
  label: string;
  said: Said;
  error?: string;
  onChange: (said: Said) => void;
}

/** A comment, and files with it. */
export function Saying({ id: input, label, said, error, onChange }: Props) {
  const say = useSay(approvalWords);
  const id = useId();
  const [attaching, setAttaching] = useState(said.files.length > 0);
  return (
    <div className="approval-saying">
      <div className="approval-comment">
        <Input.TextArea
          id={input}
          aria-label={label}
          placeholder={label}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={2000}
          status={error ? "error" : undefined}
          value={said.comment}
          onChange={event => onChange({ ...said, comment: event.target.value })}
        />
        <Button
          type="text"
          icon={<PaperClipOutlined aria-hidden />}
          aria-label={say("attach")}
          title={say("attach")}
          aria-expanded={attaching}
          onClick={() => setAttaching(!attaching)}
        />
      </div>
      {error && (
        <p className="form-row-error" role="alert">
          {error}
        </p>
      )}
      {attaching && (
        <Suspense>
          <FileDrop
            id={`${id}-files`}
            onUploaded={added => onChange({ ...said, files: [...said.files, ...added] })}
          />
        </Suspense>
      )}
      {said.files.length > 0 && (
        <FileList
          files={said.files}
          onRemove={gone => onChange({ ...said, files: said.files.filter(file => file.id !== gone.id) })}
        />
      )}
    </div>
  );
}
