import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Tag } from "antd";
import { api } from "~/kernel/api/api";
import type { Announcements } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link, writeQuery } from "~/kernel/navigation/navigation";
import { useStream } from "~/kernel/stream/stream";
import { wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { todayWords } from "./messages";

const SHOWN = 5;
const NEWS = ["announcements", "today"];

/** Announcements I have not read yet, those I must read first; nothing where there are none. */
export function News() {
  const say = useSay(todayWords);
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: NEWS,
    queryFn: ({ signal }) => api.get<Announcements>("/announcements", signal),
  });
  useStream("notice", () => void queries.invalidateQueries({ queryKey: NEWS }));
  const unread = (answer.data?.items ?? []).filter(item => !item.readAt);
  if (unread.length === 0) return null;
  const sorted = [...unread.filter(item => item.mustRead), ...unread.filter(item => !item.mustRead)];
  return (
    <Panel
      title={say("news")}
      extra={
        <Link href="/announcements" className="number">
          {unread.length}
        </Link>
      }
    >
      <ul className="returning">
        {sorted.slice(0, SHOWN).map(item => (
          <li key={item.id}>
            <Link href={`/announcements${writeQuery({ announcement: String(item.id) })}`}>{item.title}</Link>
            <span className="quiet number">
              {item.mustRead && <Tag color="red">{say("mustRead")}</Tag>}{" "}
              {wallTime(item.publishedAt).slice(5)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
