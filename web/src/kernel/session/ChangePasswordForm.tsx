import { Alert, Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { sessionWords } from "./messages";
import { usePasswordRule } from "./passwordRule";

const nothing = { current: "", new: "", repeat: "" };

interface Props {
  login: string;
  onChanged: () => void;
}

/** A new password for oneself, by whoever knows the present one. */
export function ChangePasswordForm({ login, onChanged }: Props) {
  const say = useSay(sessionWords);
  const rule = usePasswordRule();
  const [typed, setTyped] = useState(nothing);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function change(event: FormEvent) {
    event.preventDefault();
    if (typed.new !== typed.repeat) {
      setErrors({ repeat: say("different") });
      return;
    }
    setBusy(true);
    setErrors({});
    setRefusal(null);
    try {
      await api.post("/session/password", { current: typed.current, new: typed.new }, { said: null });
      setTyped(nothing);
      onChanged();
    } catch (problem) {
      const byField = problem instanceof Problem ? problem.byField() : {};
      setErrors(byField);
      if (Object.keys(byField).length === 0) {
        setRefusal(problem instanceof Problem ? problem.message : say("unreachable"));
      }
    } finally {
      setBusy(false);
    }
  }

  const row = (name: keyof typeof nothing, label: string, autoComplete: string, help?: string) => (
    <FormRow id={`password-${name}`} label={label} help={help} error={errors[name]} required>
      <Input.Password
        id={`password-${name}`}
        autoComplete={autoComplete}
        value={typed[name]}
        status={errors[name] ? "error" : undefined}
        aria-describedby={`password-${name}-note`}
        onChange={event => setTyped({ ...typed, [name]: event.target.value })}
      />
    </FormRow>
  );

  return (
    <form onSubmit={change}>
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" style={{ marginBlockEnd: 12 }} />}
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      {row("current", say("current"), "current-password")}
      {row("new", say("next"), "new-password", rule)}
      {row("repeat", say("repeat"), "new-password")}
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={!typed.current || !typed.new || !typed.repeat}
      >
        {say("change")}
      </Button>
    </form>
  );
}
