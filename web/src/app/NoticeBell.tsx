import { BellOutlined } from "@ant-design/icons";
import { Badge, Button, Popover } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { shellWords } from "./messages";
import { NoticeList } from "./NoticeList";
import { useUnread } from "./notices";

export function NoticeBell() {
  const say = useSay(shellWords);
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      styles={{ container: { padding: 0 } }}
      content={<NoticeList onGo={() => setOpen(false)} />}
    >
      <Button
        type="text"
        icon={
          <Badge count={unread} size="small">
            <BellOutlined style={{ fontSize: 16 }} />
          </Badge>
        }
        aria-label={unread > 0 ? say("unread", { count: unread }) : say("notices")}
      />
    </Popover>
  );
}
