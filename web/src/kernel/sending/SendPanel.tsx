import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Checkbox, Input, InputNumber, Modal, Segmented, Select, Skeleton } from "antd";
import { useId, useRef, useState } from "react";
import { CopyText } from "~/kernel/acting/CopyText";
import { FormDialog } from "~/kernel/acting/FormDialog";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { LayoutChoice } from "~/kernel/papers/LayoutChoice";
import { refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { sendingWords } from "./messages";
import { LINK_PLACE, type PaperLeft, proposalQuery, type SendingProposal, send, sentQuery } from "./sending";
import "./sending.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
  onClose: () => void;
}

/** Sends a record's paper by mail, or makes a link to hand over. */
export default function SendPanel(props: Props) {
  const { object, record, onClose } = props;
  const say = useSay(sendingWords);
  const name = useNameOf(object)(record);
  const own = useLanguage();
  const [language, setLanguage] = useState<string>(own);
  const [made, setMade] = useState<{ left: PaperLeft; days: number } | null>(null);
  const proposal = useQuery(proposalQuery(object.name, record.id, language));
  const title = say("title", { name: `${object.label} ${name}` });
  if (made) {
    return (
      <Modal open title={say("linkMade")} footer={null} onCancel={onClose}>
        <p className="sending-once">{say("linkOnce", { days: made.days })}</p>
        <CopyText text={made.left.link ?? ""} label={say("copy")} />
      </Modal>
    );
  }
  if (!proposal.data) {
    return (
      <Modal open title={title} footer={null} onCancel={onClose}>
        {proposal.isError ? <Alert type="error" title={proposal.error.message} /> : <Skeleton active />}
      </Modal>
    );
  }
  return (
    <SendForm
      key={language}
      {...props}
      title={title}
      proposal={proposal.data}
      language={language}
      onLanguage={setLanguage}
      onMade={(left, days) => setMade({ left, days })}
    />
  );
}

interface FormProps extends Props {
  title: string;
  proposal: SendingProposal;
  language: string;
  onLanguage: (language: string) => void;
  onMade: (left: PaperLeft, days: number) => void;
}

function SendForm({ object, record, title, proposal, language, onLanguage, onMade, onClose }: FormProps) {
  const say = useSay(sendingWords);
  const id = useId();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const named = proposal.recipients.filter(each => each.named);
  const first = named[0];
  const [mailed, setMailed] = useState(proposal.mail);
  const [to, setTo] = useState(first ? [first.address] : []);
  const [reader, setReader] = useState(first?.name ?? "");
  const [subject, setSubject] = useState(proposal.subject);
  const [text, setText] = useState(proposal.text);
  const [attached, setAttached] = useState(true);
  const [linked, setLinked] = useState(true);
  const [days, setDays] = useState(proposal.days);
  const [layout, setLayout] = useState<number | null>(null);
  const ready = mailed
    ? to.length > 0 && subject.trim() !== "" && (attached || linked)
    : reader.trim() !== "";
  const handedOver = useRef(false);

  const daysInput = (
    <label className="sending-days" htmlFor={`${id}-days`}>
      {say("days")}
      <InputNumber
        id={`${id}-days`}
        min={1}
        max={proposal.mostDays}
        precision={0}
        value={days}
        onChange={value => setDays(value ?? proposal.days)}
      />
    </label>
  );

  async function leave() {
    const left = await send(object.name, record.id, {
      to: mailed ? to : [],
      reader: mailed ? null : reader.trim(),
      subject,
      text,
      attached: mailed && attached,
      days: !mailed || linked ? days : null,
      language,
      layout,
    });
    await Promise.all([
      refreshRecords(queries),
      queries.invalidateQueries({ queryKey: sentQuery(object.name, record.id).queryKey }),
    ]);
    const only = left[0];
    if (mailed) void message.success(say("sentTo", { who: to.join("、") }));
    else if (only) {
      handedOver.current = true;
      onMade(only, days);
    }
  }

  return (
    <FormDialog
      title={title}
      width={640}
      okText={say(mailed ? "send" : "make")}
      ready={ready}
      onSave={leave}
      onClose={() => {
        // Once the link is made, it is shown before anything is closed.
        if (!handedOver.current) onClose();
      }}
    >
      {errors => (
        <>
          <div className="sending-way">
            <Segmented
              aria-label={say("way")}
              value={mailed}
              disabled={!proposal.mail}
              options={[
                { value: true, label: say("byMail") },
                { value: false, label: say("linkOnly") },
              ]}
              onChange={setMailed}
            />
            <Select
              aria-label={say("language")}
              value={language}
              options={[
                { value: "zh-CN", label: say("chinese") },
                { value: "en-US", label: say("english") },
              ]}
              onChange={onLanguage}
            />
            <LayoutChoice object={object.name} value={layout} onChange={setLayout} />
            <a
              href={`/api/records/${object.name}/${record.id}/paper?language=${language}${layout === null ? "" : `&layout=${layout}`}`}
              target="_blank"
              rel="noreferrer"
            >
              {say("preview")}
            </a>
          </div>
          {!proposal.mail && <NoMail />}
          {mailed ? (
            <>
              <FormRow id={`${id}-to`} label={say("to")} required help={say("toHelp")} error={errors.to}>
                <Select
                  id={`${id}-to`}
                  mode="tags"
                  value={to}
                  placeholder={say("toPlaceholder")}
                  tokenSeparators={[",", ";", " ", "，", "；"]}
                  status={errors.to ? "error" : undefined}
                  options={proposal.recipients.map(each => ({
                    value: each.address,
                    label: `${each.name} ${each.address}`,
                  }))}
                  optionLabelProp="value"
                  onChange={setTo}
                  className="sending-wide"
                />
              </FormRow>
              <FormRow id={`${id}-subject`} label={say("subject")} required error={errors.subject}>
                <Input
                  id={`${id}-subject`}
                  value={subject}
                  maxLength={200}
                  onChange={event => setSubject(event.target.value)}
                />
              </FormRow>
              <FormRow
                id={`${id}-text`}
                label={say("text")}
                help={linked && say("textHelp", { place: LINK_PLACE })}
                error={errors.text}
              >
                <Input.TextArea
                  id={`${id}-text`}
                  value={text}
                  autoSize={{ minRows: 5, maxRows: 12 }}
                  maxLength={4000}
                  onChange={event => setText(event.target.value)}
                />
              </FormRow>
              <div className="sending-parts">
                <Checkbox checked={attached} onChange={event => setAttached(event.target.checked)}>
                  {say("attached")}
                </Checkbox>
                <Checkbox checked={linked} onChange={event => setLinked(event.target.checked)}>
                  {say("link")}
                </Checkbox>
                {linked && daysInput}
                <p className="quiet">{say(linked ? "linkHelp" : "noTrack")}</p>
              </div>
            </>
          ) : (
            <>
              <FormRow
                id={`${id}-reader`}
                label={say("reader")}
                required
                help={say("readerHelp")}
                error={errors.reader}
              >
                <Input
                  id={`${id}-reader`}
                  value={reader}
                  maxLength={100}
                  onChange={event => setReader(event.target.value)}
                />
              </FormRow>
              <div className="sending-parts">{daysInput}</div>
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

function NoMail() {
  const say = useSay(sendingWords);
  const { user } = useSession();
  return (
    <Alert
      type="info"
      showIcon
      className="sending-no-mail"
      title={say("noMail")}
      action={user.administrator && <Link href="/settings/system">{say("setUp")}</Link>}
    />
  );
}
