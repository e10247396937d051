import { Alert, App, Button, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { CopyText } from "~/kernel/acting/CopyText";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { DayInput } from "~/kernel/fields/parts/DayInput";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { instantOf, parseDay, todayHere } from "~/kernel/text/dates";
import { FormRow } from "~/ui/FormRow";
import { profileWords } from "./messages";

/** Each allows what those before it do, and more. */
const SCOPES = ["read", "write", "administer"] as const;
type Scope = (typeof SCOPES)[number];

/** Makes a token and shows it, once. */
export function NewToken({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const say = useSay(profileWords);
  const { message } = App.useApp();
  const { user } = useSession();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("read");
  const [expires, setExpires] = useState<string | null>(parseDay("+90", todayHere()) ?? null);
  const [token, setToken] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const errors = problem?.byField() ?? {};

  async function make() {
    try {
      const made = await api.post<{ id: number; token: string }>(
        "/tokens",
        {
          name: name.trim(),
          scopes: SCOPES.slice(0, SCOPES.indexOf(scope) + 1),
          expiresAt: expires && instantOf(`${expires} 23:59`),
        },
        { said: null },
      );
      setToken(made.token);
      onMade();
    } catch (failure) {
      if (failure instanceof Problem) setProblem(failure);
      else void message.error(say("unreachable"));
    }
  }

  if (token) {
    return (
      <Modal open title={name} onCancel={onClose} footer={<Button onClick={onClose}>{say("close")}</Button>}>
        <Alert type="warning" showIcon title={say("tokenOnce")} style={{ marginBlockEnd: 12 }} />
        <CopyText text={token} label={say("copy")} />
      </Modal>
    );
  }

  return (
    <Modal
      open
      title={say("newToken")}
      okText={say("create")}
      cancelText={say("cancel")}
      okButtonProps={{ disabled: !name.trim() }}
      onOk={make}
      onCancel={onClose}
    >
      {problem && problem.errors.length === 0 && <Alert type="error" showIcon title={problem.message} />}
      <FormRow id="token-name" label={say("tokenName")} error={errors.name} required>
        <Input
          id="token-name"
          autoFocus
          maxLength={100}
          value={name}
          onChange={event => setName(event.target.value)}
        />
      </FormRow>
      <FormRow id="token-scope" label={say("tokenScope")} error={errors.scopes}>
        <Segmented
          id="token-scope"
          aria-label={say("tokenScope")}
          value={scope}
          options={SCOPES.filter(one => one !== "administer" || user.administrator).map(one => ({
            value: one,
            label: say(one),
          }))}
          onChange={setScope}
        />
      </FormRow>
      <FormRow id="token-expires" label={say("tokenExpires")} error={errors.expiresAt}>
        <DayInput
          id="token-expires"
          object="token"
          field={{
            name: "expiresAt",
            label: say("tokenExpires"),
            kind: "date",
            required: false,
            right: "edit",
          }}
          value={expires}
          onChange={setExpires}
        />
      </FormRow>
    </Modal>
  );
}
