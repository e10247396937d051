import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input, Skeleton } from "antd";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { QrPicture } from "~/ui/QrPicture";
import { secondFactorWords } from "./messages";
import { RecoveryCodes } from "./RecoveryCodes";
import "./second-factor.css";

interface Begun {
  secret: string;
  address: string;
  picture: string[];
}

/** Takes somebody from the picture to the first code and the recovery codes. */
export function SetUpSecondFactor({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const say = useSay(secondFactorWords);
  const sayCommon = useSay(common);
  const textOf = useRefusalText();
  const begun = useQuery({
    queryKey: ["second-factor-begun"],
    queryFn: () => api.ask<Begun>("/session/second-factor", {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function confirm(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const made = await api.post<{ recoveryCodes: string[] }>(
        "/session/second-factor/confirm",
        { code: code.trim() },
        { said: null },
      );
      setCodes(made.recoveryCodes);
    } catch (cause) {
      setError((cause instanceof Problem && cause.byField().code) || textOf(cause));
    } finally {
      setBusy(false);
    }
  }

  if (begun.isError) return <Alert type="error" showIcon title={textOf(begun.error)} />;
  if (!begun.data) return <Skeleton active />;
  return (
    <form onSubmit={confirm}>
      <div>{say("scan")}</div>
      <div className="second-factor-picture">
        <QrPicture rows={begun.data.picture} label={say("picture")} />
        <div>
          <div className="quiet">{say("typeInstead")}</div>
          <code>{begun.data.secret.match(/.{1,4}/g)?.join(" ")}</code>
          <a href={begun.data.address}>{say("openInApp")}</a>
        </div>
      </div>
      <FormRow id="first-code" label={say("enterCode")} error={error}>
        <Input
          id="first-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={7}
          value={code}
          status={error ? "error" : undefined}
          aria-describedby="first-code-note"
          onChange={event => setCode(event.target.value)}
          style={{ maxInlineSize: 200 }}
        />
      </FormRow>
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={code.trim().length < 6}
        style={{ marginInlineEnd: 8 }}
      >
        {say("turnOn")}
      </Button>
      {onCancel && <Button onClick={onCancel}>{sayCommon("cancel")}</Button>}
      {codes && <RecoveryCodes codes={codes} onDone={onDone} />}
    </form>
  );
}
