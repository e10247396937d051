import { Button, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import { api } from "~/kernel/api/api";
import type { ChatMessage, Conversation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { chatWords } from "./messages";
import { useMessages } from "./queries";
import { Said } from "./Said";
import { isSpeech, turnsOf } from "./story";
import { useTold } from "./useTold";

interface Props {
  conversation: Conversation;
  onAnswer: (message: ChatMessage) => void;
}

/** What was said, the newest at the foot and in sight; going up reads further back. */
export function MessageList({ conversation, onAnswer }: Props) {
  const say = useSay(chatWords);
  const answer = useMessages(conversation.id);
  const top = useRef<HTMLDivElement>(null);
  const messages =
    answer.data?.pages.flatMap(page => page.items).sort((one, other) => one.id - other.id) ?? [];
  useReadReceipt(conversation, messages.at(-1));

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  useEffect(() => {
    const watched = top.current;
    if (!watched || !hasNextPage || isFetchingNextPage) return;
    const watch = new IntersectionObserver(seen => {
      if (seen.some(one => one.isIntersecting)) void fetchNextPage();
    });
    watch.observe(watched);
    return () => watch.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (answer.isPending) return <Skeleton active className="chat-messages" />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  return (
    <div className="chat-messages" role="log" aria-label={say("messageList")}>
      <div>
        {hasNextPage && (
          <div ref={top} className="chat-event">
            <Button
              type="link"
              size="small"
              loading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {say("older")}
            </Button>
          </div>
        )}
        {messages.length === 0 && <p className="quiet chat-event">{say("private")}</p>}
        <Turns messages={messages} conversation={conversation} onAnswer={onAnswer} />
      </div>
    </div>
  );
}

/** Messages with the days between them, in turns. */
export function Turns({
  messages,
  conversation,
  onAnswer,
}: {
  messages: ChatMessage[];
  conversation: Conversation;
  onAnswer?: (message: ChatMessage) => void;
}) {
  const told = useTold();
  return turnsOf(messages).map(({ day, messages: [first, ...rest] }) => (
    <div key={first.id}>
      {day && (
        <p className="quiet number chat-event">
          <time dateTime={day}>{day}</time>
        </p>
      )}
      {isSpeech(first) ? (
        <Said messages={[first, ...rest]} conversation={conversation} onAnswer={onAnswer} />
      ) : (
        <p className="quiet chat-event">{told(first)}</p>
      )}
    </div>
  ));
}

/** Whoever has the page before them has read what stands there. */
function useReadReceipt(conversation: Conversation, newest: ChatMessage | undefined): void {
  const me = useSession().user.id;
  const readUpTo = conversation.members.find(member => member.id === me)?.readUpTo ?? 0;
  const upTo = newest?.id ?? 0;
  const { id } = conversation;
  useEffect(() => {
    if (upTo <= readUpTo) return;
    const read = () => {
      if (document.visibilityState === "visible" && document.hasFocus()) {
        // Not read now is read next time: nothing to bother anybody with.
        void api.put(`/conversations/${id}/read`, { upTo }, { said: null }).catch(() => undefined);
      }
    };
    read();
    window.addEventListener("focus", read);
    document.addEventListener("visibilitychange", read);
    return () => {
      window.removeEventListener("focus", read);
      document.removeEventListener("visibilitychange", read);
    };
  }, [id, upTo, readUpTo]);
}
