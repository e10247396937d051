import { DeleteOutlined, HistoryOutlined, UploadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useRef, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, Labelled, RecordData, StoredFile } from "~/kernel/api/contract";
import { upload } from "~/kernel/api/upload";
import { FileList } from "~/kernel/fields/files/FileList";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { deleteRecord, mayChange, refreshRecords } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";
import { recordWords } from "../messages";
import { filesOf } from "../timeline/Entry";
import { type Revised, revisionOf } from "./revisions";

interface Props {
  definition: BusinessObject;
  file: Revised;
  onRevise: (stored: StoredFile) => Promise<unknown>;
}

/** One file with its revisions; the next one is uploaded in its place. */
export function AttachedFile({ definition, file, onRevise }: Props) {
  const say = useSay(recordWords);
  const input = useRef<HTMLInputElement>(null);
  const [all, setAll] = useState(false);
  const { busy, act } = useAct();
  const { newest, older } = file;
  const name = String(newest.name ?? "");

  // The new revision takes the name of the file it follows, whatever it is called on this computer.
  const revise = (next: File) =>
    act(async () => {
      const form = new FormData();
      form.append("file", next, name);
      await onRevise(await upload<StoredFile>("/files", form, { said: null }));
    });

  return (
    <li>
      <Revision definition={definition} attachment={newest}>
        {older.length > 0 && (
          <Button
            type="text"
            size="small"
            icon={<HistoryOutlined aria-hidden />}
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {say("revision", { revision: revisionOf(newest) })}
          </Button>
        )}
        {definition.verbs.create && mayChange(newest, "edit") && (
          <Button
            type="text"
            size="small"
            icon={<UploadOutlined aria-hidden />}
            loading={busy}
            aria-label={say("newRevision", { name })}
            title={say("newRevision", { name })}
            onClick={() => input.current?.click()}
          />
        )}
      </Revision>
      {all &&
        older.map(attachment => (
          <div key={attachment.id} className="attachment-older">
            <Revision definition={definition} attachment={attachment}>
              <span className="quiet">{say("revision", { revision: revisionOf(attachment) })}</span>
            </Revision>
          </div>
        ))}
      <input
        ref={input}
        type="file"
        hidden
        onChange={event => {
          const [next] = event.target.files ?? [];
          if (next) void revise(next);
          event.target.value = "";
        }}
      />
    </li>
  );
}

function Revision({
  definition,
  attachment,
  children,
}: {
  definition: BusinessObject;
  attachment: RecordData;
  children: React.ReactNode;
}) {
  const say = useSay(recordWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const name = String(attachment.name ?? "");
  const by = attachment.createdBy as Labelled | null;

  async function remove() {
    const sure = await modal.confirm({
      title: say("deleteAsk", { name }),
      content: say("deleteNote"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await deleteRecord(definition.name, attachment, { said: say("deletedOne", { name }) });
      await refreshRecords(queries);
    });
  }

  return (
    <div className="attachment">
      <FileList files={filesOf(attachment)} />
      <div className="attachment-facts">
        <span>{String(attachment.category ?? "")}</span>
        <span className="quiet number">
          {by?.label} {wallTime(String(attachment.createdAt))}
        </span>
        {children}
        {definition.verbs.delete && mayChange(attachment, "delete") && (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={say("deleteFile", { name })}
            onClick={() => void remove()}
          />
        )}
      </div>
    </div>
  );
}
