import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { IntakeSource } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { ColorTag } from "~/ui/ColorTag";
import { Panel } from "~/ui/Page";
import { sourcesKey } from "./intake";
import { mailWords } from "./mailMessages";

/** How reading a mailbox goes: when last, when next, and what is wrong. */
export function MailboxState({ source }: { source: IntakeSource }) {
  const say = useSay(mailWords);
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const mailbox = source.mailbox;
  if (!mailbox) return null;
  const state = !source.active ? "paused" : mailbox.error ? "sick" : "healthy";
  const rows: [string, string][] = [
    [say("account"), `${mailbox.user} · ${mailbox.host}:${mailbox.port} · ${mailbox.folder}`],
    [say("readAt"), mailbox.readAt ? wallTime(mailbox.readAt) : say("never")],
    ...(source.active ? [[say("nextRead"), wallTime(mailbox.nextRead)] as [string, string]] : []),
    ...(mailbox.failures ? [[say("failures"), String(mailbox.failures)] as [string, string]] : []),
    [say("since"), wallTime(mailbox.since)],
  ];

  async function read() {
    await api.post<IntakeSource>(`/intake/sources/${source.id}/read`, {});
    await queries.invalidateQueries({ queryKey: sourcesKey });
  }

  return (
    <Panel
      title={
        <>
          {say("reading")}{" "}
          <ColorTag color={{ paused: "gray", sick: "red", healthy: "green" }[state]}>{say(state)}</ColorTag>
        </>
      }
      extra={
        <Button loading={busy} disabled={!source.active} onClick={() => void act(read)}>
          {say("readNow")}
        </Button>
      }
    >
      <p className="quiet">{say("stateText")}</p>
      {mailbox.error && (
        <Alert className="intake-why" type="error" showIcon role="alert" title={mailbox.error} />
      )}
      <dl className="intake-state">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
