import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { FormRow } from "~/ui/FormRow";
import { PageSkeleton } from "~/ui/PageSkeleton";
import { Door } from "./Door";
import { doorQuery } from "./doorQuery";
import { signInWords } from "./messages";

/** For whoever forgot their password: a link by mail, or whom to ask. */
export default function ForgottenPage() {
  const say = useSay(signInWords);
  const ways = useQuery(doorQuery);
  const [sent, setSent] = useState(false);
  if (ways.isPending) return <PageSkeleton />;
  if (!ways.data?.forgotten) {
    return (
      <Door title={say("forgottenTitle")} text={say(ways.data ? "askAdministrator" : "unreachable")}>
        <BackToSignIn />
      </Door>
    );
  }
  return sent ? (
    <Door title={say("sentTitle")} text={say("sentText")}>
      <BackToSignIn />
    </Door>
  ) : (
    <Ask onSent={() => setSent(true)} />
  );
}

function Ask({ onSent }: { onSent: () => void }) {
  const say = useSay(signInWords);
  const [account, setAccount] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      await api.post("/password-link/forgotten", { account: account.trim() }, { said: null });
      onSent();
    } catch (problem) {
      setRefusal(problem instanceof Problem ? problem.message : say("unreachable"));
      setBusy(false);
    }
  }

  return (
    <Door title={say("forgottenTitle")} text={say("forgottenText")}>
      <form onSubmit={send}>
        {refusal && (
          <Alert type="error" showIcon title={refusal} role="alert" style={{ marginBlockEnd: 16 }} />
        )}
        <FormRow id="account" label={say("account")}>
          <Input
            id="account"
            name="username"
            size="large"
            autoComplete="username"
            autoFocus
            maxLength={254}
            value={account}
            onChange={event => setAccount(event.target.value)}
          />
        </FormRow>
        <Button type="primary" htmlType="submit" size="large" block loading={busy} disabled={!account.trim()}>
          {say("sendLink")}
        </Button>
      </form>
      <BackToSignIn />
    </Door>
  );
}

function BackToSignIn() {
  const say = useSay(signInWords);
  const go = useGo();
  return (
    <Button type="link" block style={{ marginBlockStart: 12 }} onClick={() => go(addressOf.signIn)}>
      {say("backToSignIn")}
    </Button>
  );
}
