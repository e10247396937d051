import { BellOutlined, CheckOutlined, DeleteOutlined, EditOutlined } from "@ant-design/icons";
import { App, Button, Skeleton, Tag } from "antd";
import { useEffect, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Announcement, Labelled } from "~/kernel/api/contract";
import { cleanHtml } from "~/kernel/fields/richText/html";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Foldable } from "~/ui/Foldable";
import { useAnnouncement, useReaders, useRefreshAnnouncements } from "./announcements";
import { announcementWords } from "./messages";
import { PublishDialog } from "./PublishDialog";
import "./announcements.css";

/** One announcement: to be read, confirmed, and for publishers who has. */
export function OneAnnouncement({ id, onGone }: { id: number; onGone: () => void }) {
  const answer = useAnnouncement(id);
  if (answer.isPending) return <Skeleton active />;
  if (!answer.data) return <EmptyState title={answer.error?.message} />;
  return <Shown announcement={answer.data} onGone={onGone} />;
}

function Shown({ announcement, onGone }: { announcement: Announcement; onGone: () => void }) {
  const say = useSay(announcementWords);
  const { busy, act } = useAct();
  const refresh = useRefreshAnnouncements();
  const { id, title, body, author, publishedAt, mustRead, mine, readAt, audience } = announcement;
  const readsItself = mine && !mustRead && !readAt;

  const confirm = () =>
    act(async () => {
      await api.put(`/announcements/${id}/read`, {}, { said: null });
      await refresh();
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is opened
  useEffect(() => {
    if (readsItself) void confirm();
  }, [id, readsItself]);

  return (
    <article className="announcement">
      <header>
        <h2>
          {title} {mustRead && <Tag color="red">{say("mustRead")}</Tag>}
        </h2>
        <p className="quiet">{say("by", { author: author.label ?? "", at: wallTime(publishedAt) })}</p>
      </header>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the server when it was written, and here */}
      <div className="announcement-body" dangerouslySetInnerHTML={{ __html: cleanHtml(body) }} />
      {mustRead && mine && !readAt && (
        <Button
          type="primary"
          icon={<CheckOutlined aria-hidden />}
          loading={busy}
          onClick={() => void confirm()}
        >
          {say("confirm")}
        </Button>
      )}
      {mustRead && readAt && <p className="quiet">{say("confirmed", { at: wallTime(readAt) })}</p>}
      {audience && <Published announcement={announcement} onGone={onGone} />}
    </article>
  );
}

/** What publishers do with it. */
function Published({ announcement, onGone }: { announcement: Announcement; onGone: () => void }) {
  const say = useSay(announcementWords);
  const { modal } = App.useApp();
  const { busy, act } = useAct();
  const refresh = useRefreshAnnouncements();
  const [editing, setEditing] = useState(false);
  const readers = useReaders(announcement.id);
  const { audience } = announcement;
  const whom = audience?.everybody
    ? say("everybody")
    : [...(audience?.people ?? []), ...(audience?.departments ?? []), ...(audience?.roles ?? [])]
        .map(({ label }) => label)
        .join("、");

  async function withdraw() {
    const sure = await modal.confirm({
      title: say("withdrawSure", { title: announcement.title }),
      content: say("withdrawText"),
      okText: say("withdraw"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    const done = await act(() => api.delete(`/announcements/${announcement.id}`, { said: say("withdrawn") }));
    if (!done) return;
    onGone();
    await refresh();
  }

  return (
    <footer>
      <p className="quiet">{say("forWhom", { whom })}</p>
      <div className="announcement-acts">
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
          {say("edit")}
        </Button>
        <Button icon={<DeleteOutlined aria-hidden />} danger loading={busy} onClick={() => void withdraw()}>
          {say("withdraw")}
        </Button>
      </div>
      {readers.data && <Readers id={announcement.id} readers={readers.data} />}
      {editing && <PublishDialog announcement={announcement} onClose={() => setEditing(false)} />}
    </footer>
  );
}

function Readers({
  id,
  readers,
}: {
  id: number;
  readers: NonNullable<ReturnType<typeof useReaders>["data"]>;
}) {
  const say = useSay(announcementWords);
  const { message } = App.useApp();
  const { busy, act } = useAct();
  const { read, unread } = readers;

  const remind = () =>
    act(async () => {
      const told = await api.post<{ unread: number }>(`/announcements/${id}/remind`, {}, { said: null });
      message.success(say("reminded", { count: told.unread }));
    });

  return (
    <Foldable folded label={say("readers", { read: read.length, all: read.length + unread.length })}>
      {unread.length === 0 ? (
        <p>{say("everyoneRead")}</p>
      ) : (
        <>
          <h3>{say("unread")}</h3>
          <p>{names(unread)}</p>
          <Button icon={<BellOutlined aria-hidden />} loading={busy} onClick={() => void remind()}>
            {say("remind")}
          </Button>
        </>
      )}
      {read.length > 0 && (
        <>
          <h3>{say("read")}</h3>
          <p>{names(read.map(({ person }) => person))}</p>
        </>
      )}
    </Foldable>
  );
}

function names(people: Labelled[]): string {
  return people.map(({ label }) => label).join("、");
}
