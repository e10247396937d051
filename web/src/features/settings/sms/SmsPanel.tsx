import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import type { PanelProps } from "../panels";
import { smsWords } from "./messages";
import { SmsTemplates } from "./SmsTemplates";

type FailedSms = components["schemas"]["FailedSms"];
type SimulatedSms = components["schemas"]["SimulatedSms"];

const failedKey = ["settings", "sms", "failed"] as const;
const simulatedKey = ["settings", "sms", "simulated"] as const;

/** Whether text messages can be sent, those that could not, and what came to simulated phones. */
export function SmsPanel({ group, form }: PanelProps) {
  const say = useSay(smsWords);
  const provider = group.settings.find(setting => setting.field.name === "sms.provider")?.value;
  const simulated = provider === "simulated";
  return (
    <div className="settings-below">
      {simulated && <Alert type="warning" showIcon title={say("simulated")} />}
      {provider !== "none" && <Test unsaved={group.settings.some(form.changed)} simulated={simulated} />}
      {provider !== "none" && <SmsTemplates />}
      {simulated && <Received />}
      <Failed />
    </div>
  );
}

function Test({ unsaved, simulated }: { unsaved: boolean; simulated: boolean }) {
  const say = useSay(smsWords);
  const textOf = useRefusalText();
  const queries = useQueryClient();
  const [mobile, setMobile] = useState("");
  const [outcome, setOutcome] = useState<{ good: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);

  async function test() {
    setBusy(true);
    setOutcome(null);
    try {
      const { to } = await api.post<{ to: string }>("/settings/sms/test", { mobile }, { said: null });
      setOutcome({ good: true, text: say(simulated ? "testSimulated" : "testSent", { to }) });
      await queries.invalidateQueries({ queryKey: simulatedKey });
    } catch (cause) {
      setOutcome({ good: false, text: textOf(cause) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <div className="settings-line">
        <Input
          className="settings-mobile"
          inputMode="tel"
          maxLength={40}
          value={mobile}
          placeholder={say("mobile")}
          aria-label={say("mobile")}
          onChange={event => setMobile(event.target.value)}
        />
        <Button loading={busy} disabled={unsaved || mobile.trim() === ""} onClick={() => void test()}>
          {say("test")}
        </Button>
        {unsaved && <span className="quiet">{say("testUnsaved")}</span>}
      </div>
      {outcome && (
        <Alert type={outcome.good ? "success" : "error"} showIcon title={outcome.text} role="status" />
      )}
    </>
  );
}

function Received() {
  const say = useSay(smsWords);
  const { data, isFetching, refetch } = useQuery({
    queryKey: simulatedKey,
    queryFn: ({ signal }) => api.get<Page<SimulatedSms>>("/settings/sms/simulated", signal),
  });
  const columns: DataColumn<SimulatedSms>[] = [
    { key: "at", title: say("at"), cell: sms => wallTime(sms.at) },
    { key: "to", title: say("to"), cell: sms => sms.mobile },
    { key: "text", title: say("text"), lead: true, cell: sms => sms.text },
  ];
  return (
    <>
      <div className="settings-line">
        <h3>{say("received")}</h3>
        <Button size="small" loading={isFetching} onClick={() => void refetch()}>
          {say("refresh")}
        </Button>
      </div>
      <DataTable
        label={say("received")}
        columns={columns}
        rows={data?.items ?? []}
        rowKey={sms => sms.id}
        empty={<p className="quiet">{say("nothing")}</p>}
        tall
      />
    </>
  );
}

function Failed() {
  const say = useSay(smsWords);
  const { data } = useQuery({
    queryKey: failedKey,
    queryFn: ({ signal }) => api.get<Page<FailedSms>>("/settings/sms/failed", signal),
  });
  if (!data || data.items.length === 0) return null;
  const columns: DataColumn<FailedSms>[] = [
    { key: "to", title: say("to"), lead: true, cell: sms => sms.mobile },
    { key: "at", title: say("at"), cell: sms => wallTime(sms.createdAt) },
    { key: "why", title: say("why"), cell: sms => sms.error },
    { key: "state", title: say("state"), cell: sms => say(sms.givenUp ? "givenUp" : "trying") },
  ];
  return (
    <>
      <h3>{say("failed")}</h3>
      <DataTable
        label={say("failed")}
        columns={columns}
        rows={data.items}
        rowKey={sms => sms.id}
        empty={null}
        tall
      />
    </>
  );
}
