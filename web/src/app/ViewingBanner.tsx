import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { stopViewing } from "~/kernel/session/viewAs";
import { wallTime } from "~/kernel/text/dates";
import { shellWords } from "./messages";

/** Says on every page through whose eyes an administrator looks, and ends it. */
export function ViewingBanner() {
  const say = useSay(shellWords);
  const { act, busy } = useAct();
  const { user, viewer } = useSession();
  const until = viewer?.until;

  useEffect(() => {
    if (!until) return;
    const left = Math.max(0, new Date(until).getTime() - Date.now());
    const timer = setTimeout(() => window.location.assign("/"), left + 1000);
    return () => clearTimeout(timer);
  }, [until]);

  if (!viewer) return null;
  return (
    <div className="shell-viewing" role="status">
      <EyeOutlined aria-hidden />
      <span>{say("viewing", { name: user.name, time: wallTime(viewer.until) })}</span>
      <Button size="small" loading={busy} onClick={() => void act(stopViewing)}>
        {say("stopViewing")}
      </Button>
    </div>
  );
}
