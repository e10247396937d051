import { Button, Input, Select } from "antd";
import { useRef, useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { NextContact } from "~/kernel/record/timeline/NextContact";
import { type Due, nextContactField } from "./due";
import { todayWords } from "./messages";

interface Props {
  due: Due;
  /** The definition of follow-ups; without it nothing can be written down. */
  activity: BusinessObject | null;
  busy: boolean;
  onDone: (deed: () => Promise<unknown>) => Promise<void>;
  onCancel: () => void;
}

/** What came of it, in a line or not at all, and when to be in touch again. */
export default function DoneForm({ due, activity, busy, onDone, onCancel }: Props) {
  const say = useSay(todayWords);
  const kinds = activity && fieldOf(activity, "kind")?.options?.filter(option => option.active !== false);
  const next = nextContactField(due.object);
  const [kind, setKind] = useState(kinds?.[0]?.value ?? "call");
  const [result, setResult] = useState("");
  const [nextAt, setNextAt] = useState<string | null>(null);
  const attempt = useRef(crypto.randomUUID());

  const save = () =>
    onDone(() =>
      api.post(
        `/today/contacts/${due.object.name}/${due.record.id}/done`,
        { version: due.record.version, kind, result: result.trim() || null, next: nextAt },
        { said: say("completed", { name: due.name }), idempotencyKey: attempt.current },
      ),
    );

  return (
    <form
      className="done-form"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={event => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onCancel();
      }}
    >
      {activity && (
        <div className="done-line">
          {kinds && (
            <Select
              aria-label={say("kind")}
              value={kind}
              options={kinds.map(option => ({ value: option.value, label: option.label }))}
              onChange={setKind}
            />
          )}
          <Input
            autoFocus
            aria-label={say("result")}
            placeholder={say("resultPlaceholder")}
            value={result}
            maxLength={500}
            onChange={event => {
              attempt.current = crypto.randomUUID();
              setResult(event.target.value);
            }}
          />
        </div>
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
      <div className="done-acts">
        <Button onClick={onCancel}>{say("cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {say("complete")}
        </Button>
      </div>
    </form>
  );
}
