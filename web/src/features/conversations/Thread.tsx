import { ArrowLeftOutlined, CloseOutlined, InfoCircleOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Drawer, Input, Skeleton } from "antd";
import { useState } from "react";
import type { ChatMessage, Conversation } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useSettled } from "~/kernel/pickers/useSettled";
import { EmptyState } from "~/ui/EmptyState";
import { useNarrow } from "~/ui/useNarrow";
import { About } from "./About";
import { Composer } from "./Composer";
import { MessageList, Turns } from "./MessageList";
import { chatWords } from "./messages";
import { useConversation, useFoundMessages } from "./queries";

interface Props {
  id: number;
  /** Words it was found by: it opens with what was said with them. */
  within: string | null;
  onBack: (() => void) | null;
}

/** One conversation: what was said, and where one says something. */
export function Thread({ id, within, onBack }: Props) {
  const answer = useConversation(id);
  if (answer.isPending) return <Skeleton active style={{ padding: 16 }} />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  return <Open conversation={answer.data} within={within} onBack={onBack} />;
}

function Open({ conversation, within, onBack }: Omit<Props, "id"> & { conversation: Conversation }) {
  const say = useSay(chatWords);
  const sayCommon = useSay(common);
  const narrow = useNarrow();
  const [answering, setAnswering] = useState<ChatMessage | null>(null);
  const [about, setAbout] = useState(false);
  const [words, setWords] = useState(within);
  const { title, person, members } = conversation;
  const gone = title === null && members.some(member => member.id === person?.id && !member.active);
  return (
    <div className="chat-thread">
      <header className="chat-head">
        {onBack && (
          <Button
            type="text"
            icon={<ArrowLeftOutlined aria-hidden />}
            aria-label={say("back")}
            onClick={onBack}
          />
        )}
        <div className="chat-name">
          <h2>{title ?? person?.label}</h2>
          {title !== null && <span className="quiet">{say("group", { count: members.length })}</span>}
          {gone && <span className="quiet">{say("left")}</span>}
        </div>
        <Button
          type="text"
          icon={<SearchOutlined aria-hidden />}
          aria-label={say("searchHere")}
          title={say("searchHere")}
          onClick={() => setWords(now => (now === null ? "" : null))}
        />
        <Button
          type="text"
          icon={<InfoCircleOutlined aria-hidden />}
          aria-label={say("details")}
          title={say("details")}
          onClick={() => setAbout(true)}
        />
      </header>
      {words !== null && (
        <div className="chat-search">
          <Input
            autoFocus
            allowClear
            prefix={<SearchOutlined aria-hidden />}
            aria-label={say("searchHere")}
            placeholder={say("searchHere")}
            maxLength={100}
            value={words}
            onChange={event => setWords(event.target.value)}
            onKeyDown={event => event.key === "Escape" && setWords(null)}
          />
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={say("endSearch")}
            onClick={() => setWords(null)}
          />
        </div>
      )}
      {words?.trim() ? (
        <Found conversation={conversation} words={words.trim()} />
      ) : (
        <MessageList conversation={conversation} onAnswer={setAnswering} />
      )}
      {!gone && (
        <Composer
          key={conversation.id}
          conversation={conversation}
          answering={answering}
          onAnswered={() => setAnswering(null)}
        />
      )}
      <Drawer
        open={about}
        title={say("details")}
        placement={narrow ? "bottom" : "right"}
        size={narrow ? "80dvh" : 360}
        closable={{ "aria-label": sayCommon("close") }}
        onClose={() => setAbout(false)}
      >
        <About conversation={conversation} onGone={() => setAbout(false)} />
      </Drawer>
    </div>
  );
}

function Found({ conversation, words }: { conversation: Conversation; words: string }) {
  const say = useSay(chatWords);
  const found = useFoundMessages(conversation.id, useSettled(words));
  if (!found.data) return <Skeleton active style={{ padding: 16 }} />;
  const { items, more } = found.data;
  return (
    <div className="chat-messages">
      <div>
        <p className="quiet chat-event" role="status">
          {items.length === 0
            ? say("nothingFound")
            : say(more ? "foundMany" : "found", { count: items.length })}
        </p>
        <Turns messages={items} conversation={conversation} />
      </div>
    </div>
  );
}
