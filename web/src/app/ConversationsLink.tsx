import { MessageOutlined } from "@ant-design/icons";
import { Badge } from "antd";
import { useUnreadMessages } from "~/kernel/conversations/conversations";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { shellWords } from "./messages";

/** The way to the conversations, with how many messages are new. */
export function ConversationsLink() {
  const say = useSay(shellWords);
  const unread = useUnreadMessages();
  const name = unread > 0 ? say("newMessages", { count: unread }) : say("conversations");
  return (
    <Link href="/conversations" className="top-bar-link" aria-label={name} title={name}>
      <Badge count={unread} size="small">
        <MessageOutlined style={{ fontSize: 16 }} />
      </Badge>
    </Link>
  );
}
