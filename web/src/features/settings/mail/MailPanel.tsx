import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useAct, useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import type { PanelProps } from "../panels";
import { mailWords } from "./messages";

type StuckMail = components["schemas"]["StuckMail"];

const queueKey = ["settings", "mail", "queue"] as const;

/** Whether mails can be sent, and those that could not. */
export function MailPanel({ group, form }: PanelProps) {
  const unsaved = group.settings.some(form.changed);
  const say = useSay(mailWords);
  const textOf = useRefusalText();
  const [outcome, setOutcome] = useState<{ good: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);

  async function test() {
    setBusy(true);
    setOutcome(null);
    try {
      const { to } = await api.post<{ to: string }>("/settings/mail/test", {}, { said: null });
      setOutcome({ good: true, text: say("testSent", { to }) });
    } catch (cause) {
      setOutcome({ good: false, text: textOf(cause) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="settings-below">
      <div className="settings-line">
        <Button loading={busy} disabled={unsaved} onClick={() => void test()}>
          {say("test")}
        </Button>
        {unsaved && <span className="quiet">{say("testUnsaved")}</span>}
      </div>
      {outcome && (
        <Alert type={outcome.good ? "success" : "error"} showIcon title={outcome.text} role="status" />
      )}
      <Stuck />
    </div>
  );
}

function Stuck() {
  const say = useSay(mailWords);
  const { modal, message } = App.useApp();
  const { act } = useAct();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: queueKey,
    queryFn: ({ signal }) => api.get<Page<StuckMail>>("/settings/mail/queue", signal),
  });
  if (!data || data.items.length === 0) return null;

  const again = (mail: StuckMail) =>
    act(async () => {
      await api.post(`/settings/mail/queue/${mail.id}/retry`, {}, { said: null });
      void message.success(say("queuedAgain"));
      await queries.invalidateQueries({ queryKey: queueKey });
    });

  async function giveUp(mail: StuckMail) {
    const sure = await modal.confirm({
      title: say("giveUpTitle", { to: mail.to }),
      content: say("giveUpText"),
      okText: say("giveUp"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/settings/mail/queue/${mail.id}`, { said: null });
      await queries.invalidateQueries({ queryKey: queueKey });
    });
  }

  const columns: DataColumn<StuckMail>[] = [
    { key: "to", title: say("to"), lead: true, cell: mail => mail.to },
    { key: "subject", title: say("subject"), cell: mail => mail.subject },
    { key: "why", title: say("why"), cell: mail => mail.error },
    {
      key: "next",
      title: say("next"),
      cell: mail => (mail.parked ? say("parked") : wallTime(mail.nextAttempt)),
    },
    {
      key: "actions",
      title: <span className="sr-only">{say("again")}</span>,
      cell: mail => (
        <>
          <Button type="link" size="small" onClick={() => void again(mail)}>
            {say("again")}
          </Button>
          <Button type="link" size="small" danger onClick={() => void giveUp(mail)}>
            {say("giveUp")}
          </Button>
        </>
      ),
    },
  ];
  return (
    <>
      <h3>{say("stuck")}</h3>
      <DataTable
        label={say("stuck")}
        columns={columns}
        rows={data.items}
        rowKey={mail => mail.id}
        empty={null}
      />
    </>
  );
}
