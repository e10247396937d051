import { Alert, Button, Checkbox, Input, InputNumber, Select } from "antd";
import { useId, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { IntakeSource } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import type { MailboxDraft } from "./mailbox";
import { usualPort } from "./mailbox";
import { mailWords } from "./mailMessages";

interface Props {
  source: IntakeSource;
  account: MailboxDraft;
  errors: Record<string, string>;
  onChange: (part: Partial<MailboxDraft>) => void;
}

type Tried = { messages: number } | { refusal: unknown } | null;

/** The account a mailbox is read with, and whether it works. Its password is never shown. */
export function MailboxAccount({ source, account, errors, onChange }: Props) {
  const say = useSay(mailWords);
  const id = useId();
  const refusalText = useRefusalText();
  const [tried, setTried] = useState<Tried>(null);
  const [busy, setBusy] = useState(false);
  const refusal = tried && "refusal" in tried ? tried.refusal : null;
  const shown = { ...errors, ...(refusal instanceof Problem ? refusal.byField() : {}) };
  const put = (part: Partial<MailboxDraft>) => {
    setTried(null);
    onChange(part);
  };
  const row = (key: keyof MailboxDraft, required = false) => ({
    id: `${id}-${key}`,
    label: say(key),
    required,
    error: shown[`mailbox.${key}`],
  });

  async function tryIt() {
    setBusy(true);
    try {
      setTried(
        await api.post<{ messages: number }>("/intake/mailbox/test", {
          source: source.id || null,
          mailbox: account,
        }),
      );
    } catch (cause) {
      setTried({ refusal: cause });
    }
    setBusy(false);
  }

  return (
    <Panel
      title={say("account")}
      extra={
        <Button loading={busy} disabled={!account.host || !account.user} onClick={() => void tryIt()}>
          {say("try")}
        </Button>
      }
    >
      {tried && (
        <Alert
          type={refusal === null ? "success" : "error"}
          showIcon
          role={refusal === null ? "status" : "alert"}
          title={
            "messages" in tried
              ? say("works", { folder: account.folder, count: String(tried.messages) })
              : refusalText(refusal)
          }
        />
      )}
      <div className="intake-account">
        <FormRow {...row("host", true)} help={say("hostHelp")}>
          <Input
            id={`${id}-host`}
            maxLength={254}
            value={account.host}
            placeholder="imap.exmail.qq.com"
            onChange={event => put({ host: event.target.value })}
          />
        </FormRow>
        <FormRow {...row("security")}>
          <Select
            id={`${id}-security`}
            value={account.security}
            options={(["tls", "starttls", "none"] as const).map(value => ({ value, label: say(value) }))}
            onChange={security => put({ security, port: usualPort(security) })}
          />
        </FormRow>
        <FormRow {...row("port", true)}>
          <InputNumber
            id={`${id}-port`}
            min={1}
            max={65_535}
            value={account.port}
            onChange={port => port && put({ port })}
          />
        </FormRow>
        <FormRow {...row("user", true)} help={say("userHelp")}>
          <Input
            id={`${id}-user`}
            maxLength={254}
            autoComplete="off"
            value={account.user}
            onChange={event => put({ user: event.target.value })}
          />
        </FormRow>
        <FormRow {...row("password", !source.id)} help={say("passwordHelp")}>
          <Input.Password
            id={`${id}-password`}
            maxLength={500}
            autoComplete="new-password"
            placeholder={source.id ? say("kept") : undefined}
            value={account.password ?? ""}
            onChange={event => put({ password: event.target.value || null })}
          />
        </FormRow>
        <FormRow {...row("folder")}>
          <Input
            id={`${id}-folder`}
            maxLength={100}
            value={account.folder}
            onChange={event => put({ folder: event.target.value })}
          />
        </FormRow>
        <FormRow {...row("days")} help={say(source.id ? "daysAgain" : "daysHelp")}>
          <InputNumber
            id={`${id}-days`}
            min={0}
            max={365}
            value={account.days}
            onChange={days => put({ days: days ?? 0 })}
          />
        </FormRow>
      </div>
      <Checkbox checked={account.markSeen} onChange={event => put({ markSeen: event.target.checked })}>
        {say("markSeen")}
      </Checkbox>
    </Panel>
  );
}
