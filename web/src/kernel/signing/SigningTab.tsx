import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal, Skeleton, Tag } from "antd";
import { lazy, Suspense, useState } from "react";
import { CopyText } from "~/kernel/acting/CopyText";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { mayChange, refreshRecords } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { signingWords } from "./messages";
import { isUnderWay, logQuery, type Signing, signingQuery, signingsOf } from "./signing";
import "./signing.css";

const StartDialog = lazy(() => import("./StartDialog"));

interface Props {
  object: BusinessObject;
  record: RecordData;
}

const STATE_COLOURS: Record<string, string> = {
  out: "orange",
  partly: "orange",
  complete: "green",
  declined: "red",
};
const STATES = ["draft", "out", "partly", "complete", "declined", "expired", "voided"] as const;

/** How far the papers of a record are that were given out to be signed. */
export default function SigningTab({ object, record }: Props) {
  const say = useSay(signingWords);
  const [starting, setStarting] = useState(false);
  const answer = useQuery(signingQuery(object.name, record.id));
  if (answer.isPending) return <Skeleton active paragraph={{ rows: 4 }} title={false} />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  const items = answer.data.items;
  const mayStart = mayChange(record, "edit") && answer.data.open;
  const button = mayStart && (
    <Button type={items.length > 0 ? "default" : "primary"} onClick={() => setStarting(true)}>
      {say("start")}
    </Button>
  );
  return (
    <section className="signings" aria-label={say("start")}>
      {items.length === 0 ? (
        <EmptyState title={say("empty")} text={say("emptyNext")}>
          {button}
        </EmptyState>
      ) : (
        button
      )}
      {items.map(signing => (
        <Card key={signing.id} object={object} record={record} signing={signing} />
      ))}
      {starting && (
        <Suspense>
          <StartDialog object={object} record={record} onClose={() => setStarting(false)} />
        </Suspense>
      )}
    </section>
  );
}

function Card({ object, record, signing }: Props & { signing: Signing }) {
  const say = useSay(signingWords);
  const address = `/api${signingsOf(object.name, record.id)}/${signing.id}`;
  const state = STATES.find(each => each === signing.state) ?? "draft";
  return (
    <article className="signing">
      <header>
        <h3>{signing.title}</h3>
        <Tag color={STATE_COLOURS[state]}>{say(state)}</Tag>
      </header>
      <p className="quiet">
        {say("by", {
          name: signing.createdBy,
          time: wallTime(signing.startedAt ?? signing.createdAt),
        })}
        {signing.service && say("via", { service: signing.service })}
        {isUnderWay(signing) && signing.until && say("until", { time: wallTime(signing.until) })}
      </p>
      {signing.reason && <p>{say("because", { reason: signing.reason })}</p>}
      <ol className="signing-steps">
        {signing.parties.map(party => (
          <li key={party.turn} data-state={party.state}>
            <span className="signing-turn number">{party.turn}</span>
            <div>
              <strong>{party.name}</strong> <span className="quiet">{contactOf(party)}</span>
              <div className="quiet">{howFar(party)}</div>
            </div>
          </li>
        ))}
      </ol>
      <div className="signing-acts">
        <Acts object={object} record={record} signing={signing} />
        <Button size="small" href={`${address}/file`} target="_blank">
          {say("file")}
        </Button>
        {signing.audited && (
          <Button size="small" href={`${address}/audit`} target="_blank">
            {say("audit")}
          </Button>
        )}
        {signing.state === "complete" && (
          <Button size="small" href={`/verify/${signing.code}`} target="_blank">
            {say("verify")}
          </Button>
        )}
      </div>
      <Log object={object.name} id={record.id} envelope={signing.id} />
    </article>
  );

  function contactOf(party: Signing["parties"][number]): string {
    if (party.ours) return party.seal ?? "";
    return [party.email, party.mobile && `${say("bySms")} ${party.mobile}`].filter(Boolean).join(" · ");
  }

  function howFar(party: Signing["parties"][number]): string {
    if (party.signedAt) return `${say("signed")} ${wallTime(party.signedAt)}`;
    if (party.state === "declined") return say("declined");
    if (party.state === "waiting") return say("waiting");
    const reached = party.readAt ? "read" : party.verifiedAt ? "opened" : null;
    return reached ? `${say("asked")} · ${say(reached)}` : say("asked");
  }
}

function Acts({ object, record, signing }: Props & { signing: Signing }) {
  const say = useSay(signingWords);
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const { busy, act } = useAct();
  const [ending, setEnding] = useState(false);
  const [reason, setReason] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const base = `${signingsOf(object.name, record.id)}/${signing.id}`;
  const next = signing.parties.find(party => party.state === "asked");
  if (!isUnderWay(signing)) return null;

  const done = async (said: string) => {
    void message.success(said);
    await Promise.all([
      refreshRecords(queries),
      queries.invalidateQueries({ queryKey: ["signings", object.name, record.id] }),
    ]);
  };

  async function seal() {
    const sure = await modal.confirm({
      title: say("sealAsk", { title: signing.title }),
      content: say("sealNote", { seal: next?.seal ?? "" }),
      okText: say("sealNow"),
    });
    if (!sure) return;
    await act(async () => {
      await api.post(`${base}/seal`, {}, { said: null });
      await done(say("sealedNow"));
    });
  }

  return (
    <>
      {signing.mine && signing.service && (
        <Button
          size="small"
          type="primary"
          loading={busy}
          onClick={() =>
            void act(async () => {
              const { address } = await api.post<{ address: string }>(`${base}/door`, {}, { said: null });
              window.location.assign(address);
            })
          }
        >
          {say("signAt", { service: signing.service })}
        </Button>
      )}
      {signing.mine && !signing.service && (
        <Button size="small" type="primary" loading={busy} onClick={() => void seal()}>
          {say("sealNow")}
        </Button>
      )}
      {mayChange(record, "edit") && (
        <>
          {next && !next.ours && (
            <Button
              size="small"
              type={next.email ? "default" : "primary"}
              disabled={busy}
              onClick={() =>
                void act(async () => {
                  const { address } = await api.post<{ address: string }>(`${base}/link`, {}, { said: null });
                  setLink(address);
                })
              }
            >
              {say("takeLink")}
            </Button>
          )}
          {next && !signing.mine && (next.ours || next.email) && (
            <Button
              size="small"
              disabled={busy}
              onClick={() =>
                void act(async () => {
                  await api.post(`${base}/remind`, {}, { said: null });
                  await done(say("reminded", { who: next.name }));
                })
              }
            >
              {say("remind")}
            </Button>
          )}
          <Button size="small" danger disabled={busy} onClick={() => setEnding(true)}>
            {say("callBack")}
          </Button>
        </>
      )}
      {link !== null && (
        <Modal
          open
          title={say("linkFor", { who: next?.name ?? "" })}
          footer={null}
          onCancel={() => setLink(null)}
        >
          <p className="signing-once">{say("linkOnce")}</p>
          <CopyText text={link} label={say("copyLink")} />
        </Modal>
      )}
      {ending && (
        <FormDialog
          title={say("callBackTitle")}
          okText={say("callBack")}
          ready={reason.trim() !== ""}
          onSave={async () => {
            await api.post(`${base}/void`, { reason }, { said: null });
            await done(say("calledBack"));
          }}
          onClose={() => setEnding(false)}
        >
          {errors => (
            <FormRow id="signing-reason" label={say("reason")} required error={errors.reason}>
              <Input.TextArea
                id="signing-reason"
                value={reason}
                maxLength={500}
                autoSize={{ minRows: 2, maxRows: 5 }}
                onChange={event => setReason(event.target.value)}
              />
            </FormRow>
          )}
        </FormDialog>
      )}
    </>
  );
}

const EVENTS = {
  started: "started",
  asked: "eventAsked",
  reminded: "eventReminded",
  linkReady: "linkReady",
  linkTaken: "linkTaken",
  codeSent: "codeSent",
  codeWrong: "codeWrong",
  verified: "verified",
  read: "eventRead",
  signed: "signed",
  declined: "declined",
  completed: "completed",
  expired: "expired",
  voided: "voided",
  statusRefused: "statusRefused",
} as const;

function Log({ object, id, envelope }: { object: string; id: number; envelope: number }) {
  const say = useSay(signingWords);
  const [open, setOpen] = useState(false);
  const answer = useQuery({ ...logQuery(object, id, envelope), enabled: open });
  return (
    <details className="signing-log" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say("log")}</summary>
      <ol>
        {answer.data?.items.map(line => (
          <li key={`${line.at}-${line.what}`}>
            <time className="quiet number">{wallTime(line.at)}</time> {line.who}{" "}
            {say(EVENTS[line.what as keyof typeof EVENTS] ?? "log")}
            {line.how && <span className="quiet"> · {line.how}</span>}
            {line.address && <span className="quiet"> · {line.address}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
