import { CopyOutlined, LockOutlined, MessageOutlined, MoreOutlined, UndoOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Tooltip } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { ChatMessage, Conversation } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useRefreshConversation } from "~/kernel/conversations/conversations";
import { ToldFiles } from "~/kernel/fields/files/FileList";
import { RecordName } from "~/kernel/fields/parts/RecordName";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { useNarrow } from "~/ui/useNarrow";
import { Face } from "./ConversationList";
import { chatWords } from "./messages";
import { piecesOf, TAKEN_BACK_WITHIN_MS, unreadBy } from "./story";

interface Props {
  messages: [ChatMessage, ...ChatMessage[]];
  conversation: Conversation;
  /** Absent where one only looks. */
  onAnswer?: (message: ChatMessage) => void;
}

/** What one person said in a row; one's own stands on the right. */
export function Said({ messages, conversation, onAnswer }: Props) {
  const say = useSay(chatWords);
  const me = useSession().user.id;
  const [first] = messages;
  const own = first.author.id === me;
  return (
    <div className="chat-turn" data-own={own}>
      <Face name={first.author.label ?? ""} />
      <div className="chat-said">
        <span className="quiet chat-said-head">
          {!own && <b>{first.author.label}</b>}
          <time className="number" dateTime={first.at}>
            {wallTime(first.at).slice(11)}
          </time>
        </span>
        {messages.map(message => (
          <div key={message.id} className="chat-row">
            <Bubble message={message} conversation={conversation} />
            {onAnswer && <Acts message={message} conversation={conversation} own={own} onAnswer={onAnswer} />}
          </div>
        ))}
        {own && onAnswer && (
          <Receipt message={messages.at(-1) ?? first} conversation={conversation} say={say} />
        )}
      </div>
    </div>
  );
}

function Bubble({ message, conversation }: { message: ChatMessage; conversation: Conversation }) {
  const say = useSay(chatWords);
  const names = conversation.members.map(member => member.label);
  return (
    <div className="chat-bubble">
      {message.answers && (
        <blockquote className="quiet">
          {message.answers.author.label}：
          {message.answers.takenBack
            ? say("takenBack", { who: message.answers.author.label ?? "" })
            : (message.answers.text ?? say("file"))}
        </blockquote>
      )}
      {message.text && (
        <p>
          {piecesOf(message.text, names).map((piece, index) =>
            piece.kind === "address" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
              <a key={index} href={piece.text} target="_blank" rel="noopener noreferrer">
                {piece.text}
              </a>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
              <span key={index} data-mention={piece.kind === "mention" || undefined}>
                {piece.text}
              </span>
            ),
          )}
        </p>
      )}
      {message.record && <Card record={message.record} />}
      {message.files.length > 0 && <ToldFiles files={message.files} />}
    </div>
  );
}

/** A record that was shown: its name to those who may see it. */
function Card({ record }: { record: NonNullable<ChatMessage["record"]> }) {
  const say = useSay(chatWords);
  const catalog = useCatalog();
  if (record.label === null) {
    return (
      <span className="chat-card quiet">
        <LockOutlined aria-hidden /> {say("noCard")}
      </span>
    );
  }
  const object = catalog.find(record.object);
  return (
    <span className="chat-card">
      <ObjectIcon name={object?.icon ?? record.object} />
      <span className="chat-card-words">
        <RecordName record={record} />
        <span className="quiet">{catalog.labelOf(record.object)}</span>
      </span>
    </span>
  );
}

function Acts({
  message,
  conversation,
  own,
  onAnswer,
}: {
  message: ChatMessage;
  conversation: Conversation;
  own: boolean;
  onAnswer: (message: ChatMessage) => void;
}) {
  const say = useSay(chatWords);
  const sayCommon = useSay(common);
  const { message: toast } = App.useApp();
  const { busy, act } = useAct();
  const refresh = useRefreshConversation();
  const narrow = useNarrow();
  const recent = Date.now() - Date.parse(message.at) < TAKEN_BACK_WITHIN_MS;

  const takeBack = () =>
    act(async () => {
      await api.post(
        `/conversations/${conversation.id}/messages/${message.id}/take-back`,
        {},
        { said: null },
      );
      await refresh(conversation.id);
    });

  async function copy() {
    await navigator.clipboard.writeText(message.text ?? "");
    void toast.success(sayCommon("copied"));
  }

  const acts = [
    {
      key: "answer",
      label: say("answer"),
      icon: <MessageOutlined aria-hidden />,
      onClick: () => onAnswer(message),
    },
    ...(message.text
      ? [{ key: "copy", label: say("copy"), icon: <CopyOutlined aria-hidden />, onClick: () => void copy() }]
      : []),
    ...(own && recent
      ? [
          {
            key: "takeBack",
            label: say("takeBack"),
            icon: <UndoOutlined aria-hidden />,
            onClick: () => void takeBack(),
          },
        ]
      : []),
  ];
  if (narrow) {
    return (
      <Dropdown trigger={["click"]} menu={{ items: acts }}>
        <Button
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={sayCommon("more")}
          loading={busy}
        />
      </Dropdown>
    );
  }
  return (
    <span className="chat-acts">
      {acts.map(({ key, label, icon, onClick }) => (
        <Button
          key={key}
          type="text"
          size="small"
          icon={icon}
          aria-label={label}
          title={label}
          disabled={busy}
          onClick={onClick}
        />
      ))}
    </span>
  );
}

function Receipt({
  message,
  conversation,
  say,
}: {
  message: ChatMessage;
  conversation: Conversation;
  say: ReturnType<typeof useSay<typeof chatWords>>;
}) {
  const me = useSession().user.id;
  const unread = unreadBy(conversation.members, me, message);
  const others = conversation.members.filter(member => member.id !== me && member.active);
  if (others.length === 0) return null;
  if (conversation.title === null) {
    return <span className="quiet chat-receipt">{say(unread.length === 0 ? "isRead" : "isUnread")}</span>;
  }
  if (unread.length === 0) return <span className="quiet chat-receipt">{say("readByAll")}</span>;
  return (
    <Tooltip
      title={say("unreadNames", { names: unread.slice(0, 50).join("、") })}
      trigger={["hover", "click"]}
    >
      <button type="button" className="quiet chat-receipt">
        {say("unreadBy", { count: unread.length })}
      </button>
    </Tooltip>
  );
}
