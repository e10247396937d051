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
import { PageSkeleton } from "~/ui/PageSkeleton";
import { CodeStep } from "./CodeStep";
import { Door } from "./Door";
import { signInWords } from "./messages";

interface Invited {
  login: string;
  name: string;
  company: string;
  purpose: "invitation" | "reset";
}

/** The page behind a link that lets somebody set their password, once. */
export default function InvitationPage() {
  const say = useSay(signInWords);
  const go = useGo();
  const [{ token = "" }] = useAddressState();
  const invited = useQuery({
    queryKey: ["password-link", token],
    queryFn: ({ signal }) => api.ask<Invited>("/password-link/look", { token }, signal),
    retry: false,
  });

  if (invited.isPending) return <PageSkeleton />;
  if (!invited.data) {
    const { error } = invited;
    return (
      <Door title={say("deadLink")} text={error instanceof Problem ? error.message : say("unreachable")}>
        <Button size="large" block style={{ marginBlockStart: 24 }} onClick={() => go(addressOf.signIn)}>
          {say("toSignIn")}
        </Button>
      </Door>
    );
  }
  return <SetPassword token={token} invited={invited.data} />;
}

function SetPassword({ token, invited }: { token: string; invited: Invited }) {
  const say = useSay(signInWords);
  const rule = usePasswordRule();
  const go = useGo();
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ password: "", repeat: "" });
  const [code, setCode] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isNew = invited.purpose === "invitation";

  async function save(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    if (typed.password !== typed.repeat) {
      setErrors({ repeat: say("different") });
      return;
    }
    setErrors({});
    setBusy(true);
    try {
      await api.post(
        "/password-link",
        { token, password: typed.password, ...(code && { code: code.trim() }) },
        { said: null },
      );
      await queries.resetQueries({ queryKey: sessionKey });
      go(addressOf.home, { replace: true });
    } catch (problem) {
      setBusy(false);
      if (problem instanceof Problem && problem.code === "codeRequired") {
        setCode("");
        return;
      }
      const byField = problem instanceof Problem ? problem.byField() : {};
      setErrors(byField);
      if (Object.keys(byField).length === 0) {
        setRefusal(problem instanceof Problem ? problem.message : say("unreachable"));
      }
    }
  }

  const row = (name: keyof typeof typed, label: string, help?: string) => (
    <FormRow id={name} label={label} help={help} error={errors[name]} required>
      <Input.Password
        id={name}
        size="large"
        autoComplete="new-password"
        autoFocus={name === "password"}
        value={typed[name]}
        status={errors[name] ? "error" : undefined}
        aria-describedby={`${name}-note`}
        onChange={event => setTyped({ ...typed, [name]: event.target.value })}
      />
    </FormRow>
  );

  return (
    <Door
      title={
        isNew ? say("invitationTitle", { company: invited.company || say("product") }) : say("resetTitle")
      }
      text={
        isNew
          ? say("invitationText", { name: invited.name, login: invited.login })
          : say("resetText", { login: invited.login })
      }
    >
      <form onSubmit={save}>
        {refusal && (
          <Alert type="error" showIcon title={refusal} role="alert" style={{ marginBlockEnd: 16 }} />
        )}
        <input type="hidden" name="username" autoComplete="username" value={invited.login} readOnly />
        {row("password", say("newPassword"), rule)}
        {row("repeat", say("repeatPassword"))}
        {code !== null && <CodeStep code={code} onChange={setCode} />}
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          loading={busy}
          disabled={!typed.password || !typed.repeat}
        >
          {say("setPassword")}
        </Button>
      </form>
    </Door>
  );
}
