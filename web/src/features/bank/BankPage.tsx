import { CheckOutlined, UploadOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Skeleton } from "antd";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Operation, Proposals, RecordData, TakenStatement } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { sizeText } from "~/kernel/fields/files/fileText";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useOperation } from "~/kernel/operations/operations";
import { recordKeys, refreshRecords, useRecordPage } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { sureOnes } from "./bank";
import { EntryCard } from "./EntryCard";
import { bankWords } from "./messages";
import "./bank.css";

/** As many entries as are proposed for at once. */
const SHOWN = 50;

/** What came in by the bank and is nobody's yet, with whose it probably is. */
export default function BankPage() {
  const say = useSay(bankWords);
  const object = useObject("bank-entry");
  if (!object?.verbs.read)
    return (
      <Page title={say("title")}>
        <EmptyState title={say("notAllowed")} text={say("notAllowedText")} />
      </Page>
    );
  return <Entries object={object} />;
}

function Entries({ object }: { object: BusinessObject }) {
  const say = useSay(bankWords);
  const [taken, setTaken] = useState<TakenStatement | null>(null);
  const open = useRecordPage(object.name, {
    filter: { field: "status", op: "eq", value: "open" },
    sort: [
      { field: "day", descending: true },
      { field: "id", descending: true },
    ],
    limit: SHOWN,
    count: "exact",
  });
  const entries = open.data?.items ?? [];
  const ids = entries.map(entry => entry.id);
  const proposed = useQuery({
    queryKey: [...recordKeys.object(object.name), "proposals", ids],
    queryFn: ({ signal }) => api.ask<Proposals>("/receivables/proposals", { ids }, signal),
    enabled: ids.length > 0,
  });
  const proposals = proposed.data?.items ?? [];
  const sure = sureOnes(proposals);
  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <>
          {sure.length > 0 && <AcceptSure object={object} ids={sure} />}
          {object.verbs.create && object.verbs.import && <UploadButton onTaken={setTaken} />}
        </>
      }
    >
      {taken && <Taken taken={taken} onClose={() => setTaken(null)} />}
      {open.error && <Alert type="info" showIcon title={open.error.message} />}
      {open.isPending ? (
        <Skeleton active />
      ) : entries.length === 0 ? (
        <EmptyState title={say("none")} text={say("noneText")} />
      ) : (
        <>
          <p className="bank-count">
            {say("openOnes", { count: open.data?.count?.value ?? entries.length })}{" "}
            <Link href={addressOf.list(object.name)}>{say("all")}</Link>
          </p>
          <ul className="bank-entries">
            {entries.map((entry: RecordData) => (
              <EntryCard
                key={entry.id}
                object={object}
                entry={entry}
                proposal={proposals.find(each => each.entry === entry.id)}
                pending={proposed.isPending}
              />
            ))}
          </ul>
          {open.data?.next && <p className="quiet">{say("more")}</p>}
        </>
      )}
    </Page>
  );
}

function UploadButton({ onTaken }: { onTaken: (taken: TakenStatement) => void }) {
  const say = useSay(bankWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { maxUploadBytes } = useSession().settings;
  const { busy, act } = useAct();
  const input = useRef<HTMLInputElement>(null);

  function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > maxUploadBytes) {
      void message.error(say("tooLarge", { size: sizeText(maxUploadBytes) }));
      return;
    }
    const form = new FormData();
    form.append("file", file);
    void act(async () => {
      onTaken(await api.post<TakenStatement>("/receivables/statements", form, { said: say("upload") }));
      await refreshRecords(queries);
    });
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        className="sr-only"
        accept=".xlsx,.csv,.txt,.tsv"
        aria-label={say("upload")}
        tabIndex={-1}
        onChange={take}
      />
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden />}
        loading={busy}
        onClick={() => input.current?.click()}
      >
        {say("upload")}
      </Button>
    </>
  );
}

/** What became of the statement. */
function Taken({ taken, onClose }: { taken: TakenStatement; onClose: () => void }) {
  const say = useSay(bankWords);
  return (
    <Alert
      type={taken.faulty > 0 ? "warning" : "success"}
      showIcon
      closable={{ onClose, "aria-label": say("close") }}
      title={say("taken", taken)}
      description={
        taken.faulty > 0 && (
          <>
            {say("faulty", { count: taken.faulty })}
            <ul className="bank-faulty">
              {taken.problems.map(problem => (
                <li key={problem.row}>{say("row", problem)}</li>
              ))}
            </ul>
          </>
        )
      }
    />
  );
}

/** All that needs no looking at, as one operation. */
function AcceptSure({ object, ids }: { object: BusinessObject; ids: number[] }) {
  const say = useSay(bankWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { busy, act } = useAct();
  const [running, setRunning] = useState<number | null>(null);
  const operation = useOperation(running).data;
  const ended = operation !== undefined && operation.status !== "running";

  useEffect(() => {
    if (!ended || running === null) return;
    setRunning(null);
    void message.info(
      operation.failed > 0
        ? say("acceptedSome", { count: operation.changed, failed: operation.failed })
        : say("accepted", { count: operation.changed }),
    );
    void refreshRecords(queries);
  }, [ended, running, operation, message, queries, say]);

  const accept = () =>
    act(async () => {
      const begun = await api.post<Operation>(
        `/records/${object.name}/commands/accept`,
        { ids, input: {} },
        { said: say("sureOnes", { count: ids.length }) },
      );
      setRunning(begun.id);
    });

  return (
    <Button
      icon={<CheckOutlined aria-hidden />}
      loading={busy || running !== null}
      onClick={() => void accept()}
    >
      {say("sureOnes", { count: ids.length })}
    </Button>
  );
}
