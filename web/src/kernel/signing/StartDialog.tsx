import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, InputNumber, Modal, Skeleton, Tag } from "antd";
import { type ReactNode, useId, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { LayoutChoice } from "~/kernel/papers/LayoutChoice";
import { refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { signingWords } from "./messages";
import { PlaceMarks } from "./PlaceMarks";
import { Ours, Theirs } from "./SignerFields";
import {
  firstSigners,
  isComplete,
  isHandedOver,
  newSigner,
  oursPossible,
  type Signer,
  type SigningDraft,
  signingsOf,
  start,
  within,
} from "./signing";
import "./signing.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
  onClose: () => void;
}

/** Freezes the paper of a record, and asks who signs it and where. */
export default function StartDialog(props: Props) {
  const { object, record, onClose } = props;
  const say = useSay(signingWords);
  const title = say("startTitle", { name: useNameOf(object)(record) });
  const [layout, setLayout] = useState<number | null>(null);
  const draft = useQuery({
    queryKey: ["signings", object.name, record.id, "draft", layout],
    queryFn: () =>
      api.post<SigningDraft>(
        `${signingsOf(object.name, record.id)}${layout === null ? "" : `?layout=${layout}`}`,
        {},
        { said: null },
      ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const choice = <LayoutChoice row object={object.name} value={layout} onChange={setLayout} />;
  if (draft.data) {
    return <StartForm key={draft.data.id} {...props} title={title} draft={draft.data} choice={choice} />;
  }
  return (
    <Modal open title={title} footer={null} onCancel={onClose}>
      {draft.isError ? <Alert type="error" showIcon title={draft.error.message} /> : <Skeleton active />}
    </Modal>
  );
}

function StartForm({
  object,
  record,
  title,
  draft,
  choice,
  onClose,
}: Props & { title: string; draft: SigningDraft; choice: ReactNode }) {
  const say = useSay(signingWords);
  const id = useId();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [signers, setSigners] = useState(() => firstSigners(draft));
  const [selected, setSelected] = useState(1);
  const [days, setDays] = useState(draft.days);
  const [words, setWords] = useState("");

  function change(key: number, change: Partial<Signer>) {
    setSigners(present =>
      present.map(signer => {
        if (signer.key !== key) return signer;
        const next = { ...signer, ...change };
        return { ...next, ...within(next, next, draft) };
      }),
    );
  }

  function add(ours: boolean) {
    const key = Math.max(0, ...signers.map(signer => signer.key)) + 1;
    setSigners([...signers, newSigner(key, ours, draft)]);
    setSelected(key);
  }

  function up(at: number) {
    const moved = [...signers];
    moved.splice(at - 1, 0, ...moved.splice(at, 1));
    setSigners(moved);
  }

  return (
    <FormDialog
      title={title}
      width={1080}
      okText={say("begin")}
      ready={signers.length > 0 && signers.every(signer => isComplete(signer, draft))}
      onSave={async () => {
        await start(object.name, record.id, draft, signers, days, words);
        const [first] = signers;
        void message.success(
          first && isHandedOver(first, draft) ? say("begunLink", { who: first.name.trim() }) : say("begun"),
        );
        await refreshRecords(queries);
        await queries.invalidateQueries({ queryKey: ["signings", object.name, record.id] });
      }}
      onClose={onClose}
    >
      {errors => (
        <div className="signing-start">
          <div className="signing-who">
            {choice}
            <h3>{say("who")}</h3>
            {!draft.mail && !draft.sms && <Missing words={say("noMail")} />}
            {draft.sms && draft.smsSimulated && <Alert type="warning" showIcon title={say("smsSimulated")} />}
            {draft.service !== null && (
              <Alert type="info" showIcon title={say("atService", { service: draft.service })} />
            )}
            {!oursPossible(draft) && (
              <Missing words={say(draft.service === null ? "noSeal" : "noColleague")} />
            )}
            {errors.signers && <Alert type="error" showIcon title={errors.signers} />}
            <ol>
              {signers.map((signer, at) => (
                <li key={signer.key} data-selected={signer.key === selected}>
                  <div className="signer-head">
                    <span className="number quiet">{at + 1}</span>
                    <Tag color={signer.ours ? "red" : "blue"}>{say(signer.ours ? "ours" : "theirs")}</Tag>
                    <span className="signer-acts">
                      <Button
                        type="text"
                        size="small"
                        icon={<ArrowUpOutlined />}
                        disabled={at === 0}
                        aria-label={say("up", { turn: at + 1 })}
                        onClick={() => up(at)}
                      />
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined />}
                        aria-label={say("remove", { turn: at + 1 })}
                        onClick={() => setSigners(signers.filter(other => other.key !== signer.key))}
                      />
                    </span>
                  </div>
                  {signer.ours ? (
                    <Ours
                      id={`${id}-${signer.key}`}
                      draft={draft}
                      signer={signer}
                      errors={errorsOf(errors, at)}
                      onSelect={() => setSelected(signer.key)}
                      onChange={changed => change(signer.key, changed)}
                    />
                  ) : (
                    <Theirs
                      id={`${id}-${signer.key}`}
                      draft={draft}
                      signer={signer}
                      errors={errorsOf(errors, at)}
                      onSelect={() => setSelected(signer.key)}
                      onChange={changed => change(signer.key, changed)}
                    />
                  )}
                </li>
              ))}
            </ol>
            <div className="signing-add">
              <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add(false)}>
                {say("addTheirs")}
              </Button>
              <Button
                size="small"
                icon={<PlusOutlined aria-hidden />}
                disabled={!oursPossible(draft)}
                onClick={() => add(true)}
              >
                {say("addOurs")}
              </Button>
            </div>
            <FormRow id={`${id}-days`} label={say("days")} error={errors.days}>
              <InputNumber
                id={`${id}-days`}
                min={1}
                max={draft.mostDays}
                precision={0}
                value={days}
                onChange={value => setDays(value ?? draft.days)}
              />
            </FormRow>
            <FormRow id={`${id}-words`} label={say("message")} error={errors.message}>
              <Input.TextArea
                id={`${id}-words`}
                value={words}
                maxLength={500}
                autoSize={{ minRows: 2, maxRows: 4 }}
                onChange={event => setWords(event.target.value)}
              />
            </FormRow>
          </div>
          <div>
            <h3>{say("placesTitle")}</h3>
            <p className="quiet">{say("placesHelp")}</p>
            <PlaceMarks
              object={object.name}
              id={record.id}
              draft={draft}
              signers={signers}
              nameOf={nameOf}
              selected={selected}
              onSelect={setSelected}
              onPlace={(key, place) => change(key, place)}
            />
          </div>
        </div>
      )}
    </FormDialog>
  );

  function nameOf(signer: Signer): string {
    if (!signer.ours) return signer.name || say("theirs");
    if (draft.service !== null) {
      return draft.colleagues.find(each => each.id === signer.person)?.name ?? say("ours");
    }
    return draft.seals.find(seal => seal.id === signer.seal)?.name ?? say("ours");
  }
}

function Missing({ words }: { words: string }) {
  const say = useSay(signingWords);
  const { user } = useSession();
  return (
    <Alert
      type="info"
      showIcon
      title={words}
      action={user.administrator && <Link href="/settings/system">{say("setUp")}</Link>}
    />
  );
}

/** What is wrong with one of them, by the names of its fields. */
function errorsOf(errors: Record<string, string>, at: number): Record<string, string> {
  const here = `signers[${at}].`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field.startsWith(here))
      .map(([field, message]) => [field.slice(here.length), message]),
  );
}
