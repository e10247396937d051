import { useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { useId, useRef, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { CalendarOccurrence, Location, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { NextContact } from "~/kernel/record/timeline/NextContact";
import { refreshRecords } from "~/kernel/records/records";
import { FormRow } from "~/ui/FormRow";
import { visitWords } from "./messages";
import "./visit.css";

interface Props {
  record: RecordData;
  /** Which day of a series it was. */
  occurrence: Pick<CalendarOccurrence, "day"> | null;
  name: string;
  onClose: () => void;
}

/** What came of a visit, where one was, and when to be in touch again: one act. */
export default function VisitForm({ record, occurrence, name, onClose }: Props) {
  const id = useId();
  const say = useSay(visitWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const activity = useObject("activity");
  const where = activity && fieldOf(activity, "place");
  const next = activity && fieldOf(activity, "nextContactAt");
  const { busy, act } = useAct();
  const [result, setResult] = useState("");
  const [place, setPlace] = useState<Location | null>(null);
  const [nextAt, setNextAt] = useState<string | null>(null);
  const attempt = useRef(crypto.randomUUID());

  async function save() {
    const done = await act(async () => {
      await api.post(
        `/calendar/events/${record.id}/visited`,
        {
          version: record.version,
          day: record.repeat ? occurrence?.day : undefined,
          result: result.trim(),
          place: place ?? undefined,
          next: nextAt ?? undefined,
        },
        { said: say("visitedNow"), idempotencyKey: attempt.current },
      );
      await refreshRecords(queries);
    });
    if (done) onClose();
  }

  return (
    <Drawer
      open
      title={say("visitedOf", { name })}
      size={480}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={
        <div style={{ display: "flex", gap: 8, justifyContent: "flex-end" }}>
          <Button onClick={onClose}>{sayCommon("cancel")}</Button>
          <Button type="primary" loading={busy} disabled={!result.trim()} onClick={() => void save()}>
            {say("visited")}
          </Button>
        </div>
      }
    >
      <div className="visit-form">
        <p className="quiet">{say("visitedText")}</p>
        <FormRow id={`${id}-result`} label={say("result")} required>
          <Input.TextArea
            id={`${id}-result`}
            autoFocus
            rows={4}
            maxLength={10_000}
            placeholder={say("resultPlaceholder")}
            value={result}
            onChange={event => {
              attempt.current = crypto.randomUUID();
              setResult(event.target.value);
            }}
          />
        </FormRow>
        {where && (
          <FormRow id={`${id}-place`} label={say("where")}>
            <FieldInput
              object="activity"
              field={where}
              id={`${id}-place`}
              value={place}
              onChange={value => {
                attempt.current = crypto.randomUUID();
                setPlace(value as Location | null);
              }}
            />
          </FormRow>
        )}
        {next && (
          <NextContact
            field={next}
            value={nextAt}
            onChange={at => {
              attempt.current = crypto.randomUUID();
              setNextAt(at);
            }}
          />
        )}
      </div>
    </Drawer>
  );
}
