import { ExportOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { ExportProgress } from "~/kernel/exports/ExportProgress";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { LogCheckDialog } from "./LogCheckDialog";
import { LogSearch } from "./LogSearch";
import { exportLog, LOGS, type LogName, type LogRows, SEARCHES, type Searched, useLog } from "./logs";
import { logWords } from "./messages";
import { useLogColumns } from "./useLogColumns";
import "./logs.css";

/** What was done, who signed in, what was changed; for those to whom a role opens it. */
export default function LogsPage() {
  const say = useSay(logWords);
  const { pages } = useSession().user;
  return pages.includes("logs") ? <Logs /> : <EmptyState title={say("notOpen")} text={say("notOpenText")} />;
}

function Logs() {
  const say = useSay(logWords);
  const { busy, act } = useAct();
  const [address, change] = useAddressState();
  const [checking, setChecking] = useState(false);
  const [exported, setExported] = useState<number | null>(null);
  const log = LOGS.find(name => name === address.log) ?? "operations";
  const names = [...SEARCHES[log], "from", "to"];
  const searched: Searched = Object.fromEntries(
    names.flatMap(name => (address[name] ? [[name, address[name]]] : [])),
  );

  function show(next: LogName) {
    const cleared = Object.fromEntries([...SEARCHES[log], "from", "to"].map(name => [name, null]));
    change({ ...cleared, log: next === "operations" ? null : next });
  }

  return (
    <Page
      title={say("logs")}
      text={say("logsText")}
      actions={
        <>
          <Button icon={<SafetyCertificateOutlined aria-hidden />} onClick={() => setChecking(true)}>
            {say("check")}
          </Button>
          <Button
            icon={<ExportOutlined aria-hidden />}
            loading={busy}
            onClick={() => act(async () => setExported((await exportLog(log, searched)).id))}
          >
            {say("export")}
          </Button>
        </>
      }
    >
      <Segmented
        className="logs-which"
        aria-label={say("which")}
        value={log}
        options={LOGS.map(name => ({ value: name, label: say(name) }))}
        onChange={show}
      />
      <LogSearch key={log} log={log} searched={searched} onChange={change} />
      <Rows key={`rows ${log}`} log={log} searched={searched} />
      {checking && <LogCheckDialog onClose={() => setChecking(false)} />}
      {exported !== null && <ExportProgress id={exported} onClose={() => setExported(null)} />}
    </Page>
  );
}

function Rows<L extends LogName>({ log, searched }: { log: L; searched: Searched }) {
  const say = useSay(logWords);
  const columns = useLogColumns(log);
  const pages = useLog(log, searched);
  if (pages.isPending) return <Skeleton active />;
  const rows: LogRows[L][] = pages.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      <DataTable
        label={say(log as "logins")}
        columns={columns}
        rows={rows}
        rowKey={row => row.id}
        empty={<EmptyState title={say("none")} text={say("noneText")} />}
      />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say("more")}
        </Button>
      )}
    </>
  );
}
