import { BellOutlined, TeamOutlined, UserOutlined } from "@ant-design/icons";
import { Avatar, Badge, Button, Skeleton } from "antd";
import type { ConversationLine } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { shortTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { chatWords } from "./messages";
import { useConversations } from "./queries";
import { useTold } from "./useTold";

interface Props {
  open: number | null;
  onOpen: (id: number) => void;
  onBegin: () => void;
}

/** My conversations, the latest first. */
export function ConversationList({ open, onOpen, onBegin }: Props) {
  const say = useSay(chatWords);
  const answer = useConversations();
  if (answer.isPending) return <Skeleton active style={{ padding: 16 }} />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  const lines = answer.data.pages.flatMap(page => page.items);
  if (lines.length === 0) {
    return (
      <EmptyState title={say("none")} text={say("noneText")}>
        <Button type="primary" onClick={onBegin}>
          {say("start")}
        </Button>
      </EmptyState>
    );
  }
  return (
    <ul className="chat-list">
      {lines.map(line => (
        <li key={line.id}>
          <Line line={line} open={line.id === open} onOpen={() => onOpen(line.id)} />
        </li>
      ))}
      {answer.hasNextPage && (
        <li>
          <Button
            type="link"
            block
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {say("more")}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** One conversation, its newest message and how much is new. */
export function Line({ line, open, onOpen }: { line: ConversationLine; open: boolean; onOpen: () => void }) {
  const say = useSay(chatWords);
  const told = useTold();
  const me = useSession().user.id;
  const name = line.title ?? line.person?.label ?? "";
  const { last } = line;
  return (
    <button type="button" className="chat-line" aria-current={open ? "true" : undefined} onClick={onOpen}>
      <Badge count={line.muted ? 0 : line.unread} dot={line.muted && line.unread > 0} size="small">
        <Face name={name} group={line.title !== null} />
      </Badge>
      <span className="chat-line-words">
        <span className="chat-line-head">
          <b data-unread={line.unread > 0}>{name}</b>
          <time className="quiet number" dateTime={line.lastAt}>
            {shortTime(line.lastAt)}
          </time>
        </span>
        <span className="chat-line-last">
          {line.mentioned && <span className="chat-mentioned">[{say("mentionsMe")}]</span>}
          <span className="quiet">
            {last &&
              (line.title !== null && last.kind === "said" && !last.takenBack && last.author.id !== me
                ? `${last.author.label}：`
                : "")}
            {last && told(last)}
          </span>
          {line.muted && <BellOutlined className="quiet" aria-label={say("muted")} title={say("muted")} />}
        </span>
      </span>
    </button>
  );
}

/** A person by the end of the name, as is usual in Chinese, or a group. */
export function Face({ name, group = false }: { name: string; group?: boolean }) {
  if (group) return <Avatar className="chat-face" shape="square" icon={<TeamOutlined aria-hidden />} />;
  return (
    <Avatar className="chat-face" shape="square" icon={name ? undefined : <UserOutlined aria-hidden />}>
      {/^[\x20-\x7e]+$/.test(name) ? name.slice(0, 2) : name.slice(-2)}
    </Avatar>
  );
}
