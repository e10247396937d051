import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useAddressState, useGo } from "~/kernel/navigation/navigation";
import { usePasswordRule } from "~/kernel/session/passwordRule";
import { sessionKey } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { Door } from "./Door";
import { signInWords } from "./messages";

const nothing = { company: "", name: "", login: "", password: "" };

/** The first start: the one-time link makes the first administrator. */
export default function SetUpPage() {
  const say = useSay(signInWords);
  const rule = usePasswordRule();
  const go = useGo();
  const [{ token }] = useAddressState();
  const queries = useQueryClient();
  const setUp = useQuery({ queryKey: ["setup"], queryFn: () => api.get<{ needed: boolean }>("/setup") });
  const [draft, setDraft] = useState(nothing);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  if (setUp.data?.needed === false) {
    return (
      <Door title={say("alreadySetUp")} text={say("alreadySetUpText")}>
        <Button
          type="primary"
          size="large"
          block
          style={{ marginBlockStart: 24 }}
          onClick={() => go(addressOf.signIn)}
        >
          {say("toSignIn")}
        </Button>
      </Door>
    );
  }

  async function begin(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setErrors({});
    setRefusal(null);
    try {
      await api.post("/setup", { token, ...draft }, { said: null });
      await queries.resetQueries({ queryKey: sessionKey });
      go(addressOf.home, { replace: true });
    } catch (problem) {
      setErrors(problem instanceof Problem ? problem.byField() : {});
      setRefusal(problem instanceof Problem ? problem.message : say("unreachable"));
      setBusy(false);
    }
  }

  const text = (name: keyof typeof nothing) => ({
    id: name,
    size: "large" as const,
    value: draft[name],
    status: errors[name] ? ("error" as const) : undefined,
    "aria-describedby": `${name}-note`,
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });

  return (
    <Door title={say("setUpTitle")} text={say("setUpText")}>
      <form onSubmit={begin}>
        {!token && <Alert type="warning" showIcon title={say("noToken")} style={{ marginBlockEnd: 16 }} />}
        {refusal && (
          <Alert type="error" showIcon title={refusal} role="alert" style={{ marginBlockEnd: 16 }} />
        )}
        <FormRow id="company" label={say("company")} error={errors.company} required>
          <Input {...text("company")} autoComplete="organization" autoFocus />
        </FormRow>
        <FormRow id="name" label={say("yourName")} error={errors.name} required>
          <Input {...text("name")} autoComplete="name" />
        </FormRow>
        <FormRow id="login" label={say("login")} error={errors.login} required>
          <Input {...text("login")} autoComplete="username" />
        </FormRow>
        <FormRow id="password" label={say("password")} error={errors.password} help={rule} required>
          <Input.Password {...text("password")} autoComplete="new-password" />
        </FormRow>
        <Button type="primary" htmlType="submit" size="large" block loading={busy} disabled={!token}>
          {say("begin")}
        </Button>
      </form>
    </Door>
  );
}
