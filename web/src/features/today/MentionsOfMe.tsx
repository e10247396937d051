import { CheckOutlined, MessageOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useAct, useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Labelled, Mention, RecordLink } from "~/kernel/api/contract";
import { RecordName } from "~/kernel/fields/parts/RecordName";
import { useSay } from "~/kernel/i18n/language";
import { usePersonName } from "~/kernel/people/personName";
import { refreshRecords } from "~/kernel/records/records";
import { useStream } from "~/kernel/stream/stream";
import { wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { todayWords } from "./messages";

const SpeakingText = lazy(() =>
  import("~/kernel/people/SpeakingText").then(module => ({ default: module.SpeakingText })),
);

const MENTIONS = ["today", "mentions"];

/** Follow-ups in which a colleague speaks to me and waits for an answer; nothing where nobody does. */
export function MentionsOfMe() {
  const say = useSay(todayWords);
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: MENTIONS,
    queryFn: ({ signal }) => api.get<{ items: Mention[] }>("/today/mentions", signal),
  });
  useStream("notice", () => void queries.invalidateQueries({ queryKey: MENTIONS }));
  const items = answer.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={say("mentions")} extra={<span className="number">{items.length}</span>}>
      <ul>
        {items.map(mention => (
          <MentionLine key={mention.id} mention={mention} />
        ))}
      </ul>
    </Panel>
  );
}

function MentionLine({ mention }: { mention: Mention }) {
  const say = useSay(todayWords);
  const personName = usePersonName();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const { busy, act } = useAct();
  const [content, setContent] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { activity } = mention;

  const mark = (done: boolean) =>
    act(async () => {
      await api.put(`/today/mentions/${mention.id}`, { done }, { said: null });
      await queries.invalidateQueries({ queryKey: MENTIONS });
      if (!done) return;
      const key = `mention-${mention.id}`;
      void message.open({
        key,
        type: "success",
        content: (
          <>
            {say("mentionDone")}
            <Button
              type="link"
              size="small"
              onClick={() => {
                message.destroy(key);
                void mark(false);
              }}
            >
              {say("reopen")}
            </Button>
          </>
        ),
      });
    });

  const reply = () =>
    act(async () => {
      setRefusal(null);
      try {
        await api.post(`/today/mentions/${mention.id}/answer`, { content }, { said: say("answered") });
      } catch (cause) {
        setRefusal(cause);
        return;
      }
      await queries.invalidateQueries({ queryKey: MENTIONS });
      await refreshRecords(queries);
    });

  return (
    <li className="mention">
      <div className="mention-head">
        <strong>{personName(activity.createdBy as Labelled | null)}</strong>
        <RecordName record={activity.about as RecordLink} />
        <time className="quiet number" dateTime={mention.at}>
          {wallTime(mention.at).slice(5)}
        </time>
      </div>
      <p className="long-text">{String(activity.content ?? "")}</p>
      {content === null ? (
        <div className="mention-acts">
          <Button icon={<MessageOutlined aria-hidden />} onClick={() => setContent("")}>
            {say("answer")}
          </Button>
          <Button icon={<CheckOutlined aria-hidden />} loading={busy} onClick={() => void mark(true)}>
            {say("markDone")}
          </Button>
        </div>
      ) : (
        <form
          className="mention-answer"
          onSubmit={event => {
            event.preventDefault();
            void reply();
          }}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && content.trim()) {
              event.preventDefault();
              void reply();
            }
            if (event.key === "Escape" && !content) setContent(null);
          }}
        >
          <Suspense>
            <SpeakingText
              autoFocus
              aria-label={say("answer")}
              value={content}
              placeholder={say("answerPlaceholder")}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={setContent}
            />
          </Suspense>
          {refusal !== null && <Alert type="error" showIcon title={refusalText(refusal)} />}
          <div className="mention-acts">
            <Button onClick={() => setContent(null)}>{say("cancel")}</Button>
            <Button type="primary" htmlType="submit" loading={busy} disabled={!content.trim()}>
              {say("sendAnswer")}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
