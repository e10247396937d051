import { PaperClipOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Segmented } from "antd";
import { useId, useRef, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, Draft, Field, RecordData, StoredFile } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { FileDrop } from "~/kernel/fields/files/FileDrop";
import { FileList } from "~/kernel/fields/files/FileList";
import { toWire } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { SpeakingText } from "~/kernel/people/SpeakingText";
import { createRecord, refreshRecords } from "~/kernel/records/records";
import { FormRow } from "~/ui/FormRow";
import { recordWords } from "../messages";
import { ACTIVITY } from "../related/relations";
import { NextContact } from "./NextContact";

interface Props {
  /** The definition of follow-ups. */
  activity: BusinessObject;
  object: BusinessObject;
  record: RecordData;
}

/** What is worth noting now and then, shown when asked for. */
const DETAILS = ["contact", "outcome", "place"];

/** Logs a follow-up: how, what was said, and when to speak again; where nobody follows up, says it among colleagues. */
export function Compose({ activity, object, record }: Props) {
  const say = useSay(recordWords);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const id = useId();
  const followed = object.capabilities.includes("followed");
  const kinds = followed ? fieldOf(activity, "kind") : undefined;
  const next = followed ? fieldOf(activity, "nextContactAt") : undefined;
  const files = fieldOf(activity, "files");
  const details = (followed ? DETAILS : [])
    .filter(name => name !== object.name)
    .map(name => fieldOf(activity, name))
    .filter(field => field?.right === "edit")
    .filter(field => field !== undefined);
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState(() => startingKind(kinds));
  const [content, setContent] = useState("");
  const [nextAt, setNextAt] = useState<string | null>(null);
  const [attached, setAttached] = useState<StoredFile[] | null>(null);
  const [more, setMore] = useState<Draft | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const attempt = useRef(crypto.randomUUID());

  async function log() {
    if (!content.trim() || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const draft = {
        ...more,
        ...(followed ? { kind } : {}),
        content: content.trim(),
        about: { object: object.name, id: record.id },
        ...(nextAt ? { nextContactAt: nextAt } : {}),
        ...(attached?.length ? { files: attached } : {}),
      };
      await createRecord(ACTIVITY, toWire(activity, draft), {
        said: say(followed ? "logged" : "said"),
        idempotencyKey: attempt.current,
      });
      attempt.current = crypto.randomUUID();
      setContent("");
      setNextAt(null);
      setAttached(null);
      setMore(null);
      setOpen(false);
      await refreshRecords(queries);
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="compose"
      data-open={open}
      onSubmit={event => {
        event.preventDefault();
        void log();
      }}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void log();
        }
        if (event.key === "Escape" && !content) setOpen(false);
      }}
    >
      <label htmlFor={id} className="sr-only">
        {say(followed ? "compose" : "discuss")}
      </label>
      <SpeakingText
        id={id}
        value={content}
        placeholder={say(!followed ? "discuss" : open ? "composePlaceholder" : "compose")}
        autoSize={{ minRows: open ? 3 : 1, maxRows: 12 }}
        maxLength={fieldOf(activity, "content")?.maxLength ?? undefined}
        onFocus={() => setOpen(true)}
        onChange={text => {
          attempt.current = crypto.randomUUID();
          setContent(text);
        }}
      />
      {open && (
        <>
          {kinds?.options && (
            <Segmented
              aria-label={say("composeKind")}
              value={kind}
              options={kinds.options
                .filter(option => option.active !== false)
                .map(option => ({ value: option.value, label: option.label }))}
              onChange={setKind}
            />
          )}
          {next && <NextContact field={next} value={nextAt} onChange={setNextAt} />}
          {attached && (
            <>
              <FileDrop id={`${id}-files`} onUploaded={added => setAttached([...attached, ...added])} />
              {attached.length > 0 && (
                <FileList
                  files={attached}
                  onRemove={gone => setAttached(attached.filter(file => file.id !== gone.id))}
                />
              )}
            </>
          )}
          {more &&
            details.map(field => (
              <FormRow key={field.name} id={`${id}-${field.name}`} label={field.label}>
                <FieldInput
                  id={`${id}-${field.name}`}
                  field={field}
                  object={activity.name}
                  value={more[field.name] ?? null}
                  onChange={value => {
                    attempt.current = crypto.randomUUID();
                    setMore(now => now && { ...now, [field.name]: value });
                  }}
                />
              </FormRow>
            ))}
          {refusal !== null && <Alert type="error" showIcon title={refusalText(refusal)} />}
          <div className="compose-foot">
            {files && !attached && (
              <Button type="text" icon={<PaperClipOutlined aria-hidden />} onClick={() => setAttached([])}>
                {say("addFiles")}
              </Button>
            )}
            {details.length > 0 && !more && (
              <Button type="text" icon={<PlusOutlined aria-hidden />} onClick={() => setMore({})}>
                {details.map(field => field.label).join("、")}
              </Button>
            )}
            <span className="quiet compose-hint">{say("composeHint")}</span>
            <Button type="primary" htmlType="submit" loading={busy} disabled={!content.trim()}>
              {say(followed ? "record" : "send")}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function startingKind(kinds: Field | undefined): string {
  return typeof kinds?.default === "string" ? kinds.default : (kinds?.options?.[0]?.value ?? "");
}
