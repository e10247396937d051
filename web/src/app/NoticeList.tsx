import { Button, Switch } from "antd";
import { useState } from "react";
import type { Notice } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { shellWords } from "./messages";
import { useMarkRead, useNotices } from "./notices";

/** What is about more than its record is dealt with at a place of its own. */
const INBOX: Record<string, string> = {
  approval: "/approvals",
  approvalCopy: "/approvals?mine=copied",
  approvalResult: "/approvals?mine=started",
  announcement: "/announcements",
  conversation: "/conversations",
};

/** What one was told, newest first. */
export function NoticeList({ onGo }: { onGo: () => void }) {
  const say = useSay(shellWords);
  const go = useGo();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const notices = useNotices(unreadOnly);
  const markRead = useMarkRead();
  const items = notices.data?.pages.flatMap(page => page.items) ?? [];

  function open(notice: Notice) {
    if (!notice.read) void markRead(notice.id);
    const inbox = INBOX[notice.kind];
    if (inbox) go(inbox);
    else if (notice.record) go(addressOf.record(notice.record.object, notice.record.id));
    else return;
    onGo();
  }

  return (
    <div className="notice-list">
      <div className="notice-list-head">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside */}
        <label>
          <Switch size="small" checked={unreadOnly} onChange={setUnreadOnly} /> {say("onlyUnread")}
        </label>
        <Button type="link" size="small" onClick={() => void markRead("all")}>
          {say("readAll")}
        </Button>
      </div>
      {notices.isSuccess && items.length === 0 && (
        <EmptyState title={say("noNotices")} text={say("noNoticesText")} />
      )}
      <ul>
        {items.map(notice => (
          <li key={notice.id}>
            <button type="button" className="notice" data-read={notice.read} onClick={() => open(notice)}>
              <span className="notice-title">{notice.title}</span>
              {notice.body && <span className="quiet">{notice.body}</span>}
              <time dateTime={notice.at} className="notice-time number">
                {wallTime(notice.at)}
              </time>
            </button>
          </li>
        ))}
      </ul>
      {notices.hasNextPage && (
        <Button
          type="text"
          block
          loading={notices.isFetchingNextPage}
          onClick={() => void notices.fetchNextPage()}
        >
          {say("more")}
        </Button>
      )}
    </div>
  );
}
