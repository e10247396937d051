import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { type FormEvent, useEffect, useState } from "react";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useAddressState, useGo } from "~/kernel/navigation/navigation";
import { sessionKey, useSessionQuery } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { CodeStep } from "./CodeStep";
import { Door } from "./Door";
import { doorQuery } from "./doorQuery";
import { signInWords } from "./messages";

/** Sign in, then on to where one wanted to go. */
export default function SignInPage() {
  const say = useSay(signInWords);
  const go = useGo();
  const [{ next, problem }] = useAddressState();
  const queries = useQueryClient();
  const session = useSessionQuery();
  const setUp = useQuery({
    queryKey: ["setup"],
    queryFn: () => api.get<{ needed: boolean }>("/setup"),
    retry: false,
  });
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const ways = useQuery(doorQuery);
  const [refusal, setRefusal] = useState<string | null>(problem ? say("providerRefused") : null);
  const [busy, setBusy] = useState(false);

  const signedIn = Boolean(session.data);
  useEffect(() => {
    if (signedIn) go(withinThisSite(next), { replace: true });
  }, [signedIn, go, next]);

  async function signIn(event: FormEvent) {
    event.preventDefault();
    if (!login.trim() || !password) {
      setRefusal(say("bothNeeded"));
      return;
    }
    setBusy(true);
    setRefusal(null);
    try {
      await api.post(
        "/session",
        { login: login.trim(), password, ...(code && { code: code.trim() }) },
        { said: null },
      );
      await queries.invalidateQueries({ queryKey: sessionKey });
    } catch (cause) {
      setBusy(false);
      if (cause instanceof Problem && cause.code === "codeRequired") {
        setCode("");
        return;
      }
      setRefusal(cause instanceof Problem ? cause.message : say("unreachable"));
    }
  }

  return (
    <Door title={say("product")}>
      <form onSubmit={signIn}>
        {setUp.data?.needed && (
          <Alert type="info" showIcon title={say("needsSetUp")} style={{ marginBlockEnd: 16 }} />
        )}
        {refusal && (
          <Alert type="error" showIcon title={refusal} role="alert" style={{ marginBlockEnd: 16 }} />
        )}
        {code !== null && (
          <CodeStep
            code={code}
            onChange={setCode}
            onBack={() => {
              setCode(null);
              setRefusal(null);
            }}
          />
        )}
        <div hidden={code !== null}>
          <FormRow id="login" label={say("login")}>
            <Input
              id="login"
              name="username"
              autoComplete="username"
              autoFocus
              size="large"
              value={login}
              onChange={event => setLogin(event.target.value)}
            />
          </FormRow>
          <FormRow id="password" label={say("password")}>
            <Input.Password
              id="password"
              name="password"
              autoComplete="current-password"
              size="large"
              value={password}
              onChange={event => setPassword(event.target.value)}
            />
          </FormRow>
        </div>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {say("signIn")}
        </Button>
        {ways.data && ways.data.provider !== null && code === null && (
          <Button
            size="large"
            block
            href={`/api/session/provider?next=${encodeURIComponent(next ?? "/")}`}
            style={{ marginBlockStart: 12 }}
          >
            {say("byProvider", { name: ways.data.provider || say("provider") })}
          </Button>
        )}
        {code === null && (
          <Button type="link" block style={{ marginBlockStart: 12 }} onClick={() => go("/forgotten")}>
            {say("forgotten")}
          </Button>
        )}
      </form>
    </Door>
  );
}

/** Never leave this site after signing in, whatever the link says. */
function withinThisSite(next: string | undefined): string {
  return next?.startsWith("/") && !next.startsWith("//") && !next.includes("\\") ? next : addressOf.home;
}
