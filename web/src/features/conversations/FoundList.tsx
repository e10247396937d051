import { Button, Skeleton } from "antd";
import type { FoundMessage } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { shortTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Face, Line } from "./ConversationList";
import { marked } from "./marked";
import { chatWords } from "./messages";
import { useFoundAnywhere } from "./queries";

interface Props {
  words: string;
  open: number | null;
  onOpen: (id: number, words: string | null) => void;
}

/** Conversations whose name was typed, and what was said in any of mine, the newest first. */
export function FoundList({ words, open, onOpen }: Props) {
  const say = useSay(chatWords);
  const answer = useFoundAnywhere(words);
  if (answer.isPending) return <Skeleton active style={{ padding: 16 }} />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  const named = answer.data.pages[0]?.conversations ?? [];
  const messages = answer.data.pages.flatMap(page => page.messages);
  if (named.length === 0 && messages.length === 0) {
    return <EmptyState title={say("nothingFound")} text={say("findHint")} />;
  }
  return (
    <div className="chat-list">
      {named.length > 0 && (
        <section>
          <h2 className="quiet chat-found-head">{say("title")}</h2>
          <ul>
            {named.map(line => (
              <li key={line.id}>
                <Line line={line} open={line.id === open} onOpen={() => onOpen(line.id, null)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {messages.length > 0 && (
        <section>
          <h2 className="quiet chat-found-head">{say("messageList")}</h2>
          <ul>
            {messages.map(message => (
              <li key={message.id}>
                <Hit message={message} words={words} onOpen={() => onOpen(message.conversation.id, words)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {answer.hasNextPage && (
        <Button
          type="link"
          block
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {say("older")}
        </Button>
      )}
    </div>
  );
}

function Hit({ message, words, onOpen }: { message: FoundMessage; words: string; onOpen: () => void }) {
  const { conversation, group, author, at, text } = message;
  const name = conversation.label ?? "";
  return (
    <button type="button" className="chat-line" onClick={onOpen}>
      <Face name={name} group={group} />
      <span className="chat-line-words">
        <span className="chat-line-head">
          <b>{name}</b>
          <time className="quiet number" dateTime={at}>
            {shortTime(at)}
          </time>
        </span>
        <span className="chat-found-text">
          <span className="quiet">{author.label}：</span>
          {marked(text ?? "", words).map(part =>
            part.hit ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
          )}
        </span>
      </span>
    </button>
  );
}
