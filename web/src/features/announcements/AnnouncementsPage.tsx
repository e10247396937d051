import { PlusOutlined } from "@ant-design/icons";
import { Button, Segmented, Skeleton, Tag } from "antd";
import { useState } from "react";
import type { AnnouncementLine } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Inbox } from "~/ui/Inbox";
import { Page } from "~/ui/Page";
import { useAnnouncements } from "./announcements";
import { announcementWords } from "./messages";
import { OneAnnouncement } from "./OneAnnouncement";
import { PublishDialog } from "./PublishDialog";

/** What the company tells me; who publishes sees all of it. */
export default function AnnouncementsPage() {
  const say = useSay(announcementWords);
  const { user } = useSession();
  const [address, change] = useAddressState();
  const [writing, setWriting] = useState(false);
  const publishes = user.pages.includes("announcements");
  const all = publishes && address.all === "true";
  const open = address.announcement ? Number(address.announcement) : null;
  const show = (id: number | null) => change({ announcement: id === null ? null : String(id) });
  return (
    <Page
      title={say("title")}
      actions={
        publishes && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setWriting(true)}>
            {say("publish")}
          </Button>
        )
      }
    >
      <Inbox
        list={
          <>
            {publishes && (
              <Segmented<boolean>
                aria-label={say("title")}
                value={all}
                options={[
                  { value: false, label: say("forMe") },
                  { value: true, label: say("everything") },
                ]}
                onChange={next => change({ all: next ? "true" : null, announcement: null })}
              />
            )}
            <List all={all} open={open} onOpen={show} />
          </>
        }
        one={open === null ? null : <OneAnnouncement key={open} id={open} onGone={() => show(null)} />}
        hint={say("choose")}
        back={say("back")}
        onClose={() => show(null)}
      />
      {writing && <PublishDialog announcement={null} onClose={() => setWriting(false)} />}
    </Page>
  );
}

function List({ all, open, onOpen }: { all: boolean; open: number | null; onOpen: (id: number) => void }) {
  const say = useSay(announcementWords);
  const answer = useAnnouncements(all);
  if (answer.isPending) return <Skeleton active />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  const items = answer.data.pages.flatMap(page => page.items);
  if (items.length === 0) return <EmptyState title={say("none")} text={say("noneText")} />;
  return (
    <>
      <ul className="inbox-entries">
        {items.map(item => (
          <li key={item.id} data-open={item.id === open}>
            <Line item={item} onOpen={() => onOpen(item.id)} />
          </li>
        ))}
      </ul>
      {answer.hasNextPage && (
        <Button type="link" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {say("more")}
        </Button>
      )}
    </>
  );
}

function Line({ item, onOpen }: { item: AnnouncementLine; onOpen: () => void }) {
  const say = useSay(announcementWords);
  return (
    <button type="button" className="inbox-entry" onClick={onOpen}>
      <span className="inbox-title">
        <b data-unread={!item.readAt && item.shown}>{item.title}</b>
        {item.mustRead && <Tag color="red">{say("mustRead")}</Tag>}
        {!item.shown && <Tag>{say("over")}</Tag>}
      </span>
      <span className="quiet">
        {say("by", { author: item.author.label ?? "", at: wallTime(item.publishedAt) })}
      </span>
    </button>
  );
}
