import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Skeleton, Typography } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { CalendarSettings as Settings } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { settingsWords } from "./settingsMessages";

const KEY = ["calendar-settings"];

/** The link by which other calendars read mine. */
export default function CalendarSettings({ onClose }: { onClose: () => void }) {
  const say = useSay(settingsWords);
  const settings = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Settings>("/calendar/settings", signal),
  });
  return (
    <Drawer
      open
      title={say("title")}
      size={480}
      mask={{ closable: true }}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: "100vw" } }}
    >
      {settings.data ? (
        <div className="calendar-settings">
          <Feed settings={settings.data} />
        </div>
      ) : (
        <Skeleton active />
      )}
    </Drawer>
  );
}

function Feed({ settings }: { settings: Settings }) {
  const say = useSay(settingsWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { busy, act } = useAct();
  const [url, setUrl] = useState<string | null>(null);
  const made = settings.feedMadeAt;

  async function renew() {
    if (
      made &&
      !(await modal.confirm({ title: say("renewAsk"), content: say("renewNote"), okText: say("renew") }))
    )
      return;
    await act(async () => {
      const feed = await api.post<{ url: string }>("/calendar/feed", {}, { said: null });
      setUrl(feed.url);
      await queries.invalidateQueries({ queryKey: KEY });
    });
  }

  async function revoke() {
    const sure = await modal.confirm({
      title: say("revokeAsk"),
      content: say("revokeNote"),
      okText: say("revoke"),
      cancelText: sayCommon("cancel"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete("/calendar/feed", { said: say("revoked") });
      setUrl(null);
      await queries.invalidateQueries({ queryKey: KEY });
    });
  }

  return (
    <section>
      <h3>{say("feed")}</h3>
      <p className="quiet">{say("feedText")}</p>
      {url && (
        <>
          <Typography.Paragraph className="calendar-url" copyable code>
            {url}
          </Typography.Paragraph>
          <p className="quiet">{say("onlyNow")}</p>
        </>
      )}
      {made && !url && (
        <p>
          {say("madeAt", { at: wallTime(made) })}
          {" · "}
          {settings.feedReadAt ? say("readAt", { at: wallTime(settings.feedReadAt) }) : say("neverRead")}
        </p>
      )}
      <div className="calendar-settings-acts">
        <Button type={made ? "default" : "primary"} loading={busy} onClick={() => void renew()}>
          {say(made ? "renew" : "make")}
        </Button>
        {made && (
          <Button danger disabled={busy} onClick={() => void revoke()}>
            {say("revoke")}
          </Button>
        )}
      </div>
    </section>
  );
}
