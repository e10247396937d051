import { CloseOutlined, PaperClipOutlined, ProfileOutlined, SendOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { type ClipboardEvent, useId, useRef, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { ChatMessage, Conversation, RecordLink, StoredFile } from "~/kernel/api/contract";
import { upload } from "~/kernel/api/upload";
import { useRefreshConversation } from "~/kernel/conversations/conversations";
import { FileDrop } from "~/kernel/fields/files/FileDrop";
import { FileList } from "~/kernel/fields/files/FileList";
import { useSay } from "~/kernel/i18n/language";
import { SpeakingText } from "~/kernel/people/SpeakingText";
import { useSession } from "~/kernel/session/session";
import { useNarrow } from "~/ui/useNarrow";
import { chatWords } from "./messages";
import { RecordChoice } from "./RecordChoice";

interface Props {
  conversation: Conversation;
  answering: ChatMessage | null;
  onAnswered: () => void;
}

const MOST = 5_000;
/** Words that were not sent yet stay where they were begun. */
const begun = new Map<number, string>();

/** Where one says something; what could not be sent stays. */
export function Composer({ conversation, answering, onAnswered }: Props) {
  const say = useSay(chatWords);
  const id = useId();
  const narrow = useNarrow();
  const me = useSession().user.id;
  const refresh = useRefreshConversation();
  const refusalText = useRefusalText();
  const [text, setText] = useState(() => begun.get(conversation.id) ?? "");
  const [files, setFiles] = useState<StoredFile[] | null>(null);
  const [record, setRecord] = useState<RecordLink | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const attempt = useRef(crypto.randomUUID());
  const others = conversation.members.filter(member => member.id !== me && member.active);
  const something = text.trim() !== "" || (files?.length ?? 0) > 0 || record !== null;

  function write(next: string) {
    attempt.current = crypto.randomUUID();
    begun.set(conversation.id, next);
    setText(next);
  }

  async function send() {
    if (!something || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const body = {
        text: text.trim(),
        files: files?.map(file => file.id) ?? [],
        ...(record ? { record: { object: record.object, id: record.id } } : {}),
        ...(answering ? { answers: answering.id } : {}),
      };
      await api.post(`/conversations/${conversation.id}/messages`, body, {
        said: null,
        idempotencyKey: attempt.current,
      });
      write("");
      setFiles(null);
      setRecord(null);
      onAnswered();
      await refresh(conversation.id);
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
    }
  }

  async function paste(event: ClipboardEvent) {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    try {
      const stored = await Promise.all(
        pasted.map(file => {
          const form = new FormData();
          form.append("file", file);
          return upload<StoredFile>("/files", form, { said: null });
        }),
      );
      setFiles(now => [...(now ?? []), ...stored]);
    } catch (cause) {
      setRefusal(cause);
    }
  }

  return (
    <form
      className="chat-composer"
      onPaste={event => void paste(event)}
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      {answering && (
        <p className="chat-answering quiet">
          <span>
            {say("answering", { who: answering.author.label ?? "" })}：{answering.text ?? say("file")}
          </span>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={say("remove")}
            onClick={onAnswered}
          />
        </p>
      )}
      {record && (
        <p className="chat-answering">
          <span>
            <ProfileOutlined aria-hidden /> {record.label}
          </span>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={say("remove")}
            onClick={() => setRecord(null)}
          />
        </p>
      )}
      {files && (
        <>
          <FileDrop id={`${id}-files`} onUploaded={added => setFiles(now => [...(now ?? []), ...added])} />
          <FileList
            files={files}
            onRemove={gone => setFiles(now => now?.filter(file => file.id !== gone.id) ?? null)}
          />
        </>
      )}
      {refusal !== null && <Alert type="error" showIcon title={refusalText(refusal)} />}
      <SpeakingText
        id={id}
        aria-label={say("write")}
        placeholder={say("write")}
        autoFocus={!narrow}
        among={others}
        placement="top"
        autoSize={{ minRows: narrow ? 1 : 2, maxRows: 8 }}
        maxLength={MOST}
        value={text}
        onChange={write}
        onPressEnter={event => {
          if (event.shiftKey || event.nativeEvent.isComposing || narrow) return;
          event.preventDefault();
          void send();
        }}
      />
      <div className="chat-composer-foot">
        <Button
          type="text"
          icon={<PaperClipOutlined aria-hidden />}
          aria-label={say("attach")}
          title={say("attach")}
          onClick={() => setFiles(now => now ?? [])}
        />
        <Button
          type="text"
          icon={<ProfileOutlined aria-hidden />}
          aria-label={say("showRecord")}
          title={say("showRecord")}
          onClick={() => setChoosing(true)}
        />
        {!narrow && <span className="quiet chat-composer-hint">{say("enter")}</span>}
        <Button
          type="primary"
          htmlType="submit"
          icon={<SendOutlined aria-hidden />}
          loading={busy}
          disabled={!something}
        >
          {say("send")}
        </Button>
      </div>
      {choosing && (
        <RecordChoice
          onClose={() => setChoosing(false)}
          onChosen={chosen => {
            attempt.current = crypto.randomUUID();
            setRecord(chosen);
            setChoosing(false);
          }}
        />
      )}
    </form>
  );
}
