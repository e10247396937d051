import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef } from "react";
import type { SessionData } from "~/kernel/api/contract";
import { catalogKey, useCatalog } from "~/kernel/catalog/catalog";
import { useRefreshConversation } from "~/kernel/conversations/conversations";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";
import { sessionKey, useSession } from "~/kernel/session/session";
import { useStream } from "~/kernel/stream/stream";
import { noticeKey } from "./notices";

/** Keeps what is on the screen true while others work: the server tells, what it names is read again. */
export function LiveData() {
  const queries = useQueryClient();
  const catalog = useCatalog();
  const refreshConversation = useRefreshConversation();
  const go = useGo();
  const { notification } = App.useApp();
  const me = useSession().user.id;
  const waiting = useRef(new Set<string>());

  // Many changes may come at once, as from an import; each object is read again at most once a second.
  useStream("records", ({ object }) => {
    if (waiting.current.has(object)) return;
    waiting.current.add(object);
    setTimeout(() => {
      waiting.current.delete(object);
      void queries.invalidateQueries({ queryKey: recordKeys.object(object) });
    }, 1000);
  });

  useStream("conversation", ({ id }) => void refreshConversation(id));

  useStream("catalog", ({ version }) => {
    if (version !== catalog.data.version) void queries.invalidateQueries({ queryKey: catalogKey });
  });

  useStream("resumed", () => void queries.invalidateQueries());

  // Signed out, disabled, or looking as somebody else from another tab: nothing on the screen is theirs any more.
  useStream("session", async () => {
    await queries.refetchQueries({ queryKey: sessionKey });
    const now = queries.getQueryData<SessionData | null>(sessionKey);
    if (now && now.user.id !== me) window.location.assign("/");
  });

  useStream("notice", notice => {
    void queries.invalidateQueries({ queryKey: noticeKey });
    const { record } = notice;
    notification.open({
      key: `notice-${notice.id}`,
      title: notice.title,
      description: notice.body,
      placement: "bottomRight",
      duration: 6,
      onClick: record ? () => go(addressOf.record(record.object, record.id)) : undefined,
    });
  });

  return null;
}
