import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { api } from "~/kernel/api/api";
import type { SessionData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { SetUpSecondFactor } from "~/kernel/second-factor/SetUpSecondFactor";
import { ChangePasswordForm } from "~/kernel/session/ChangePasswordForm";
import { sessionKey } from "~/kernel/session/session";
import { owedWords } from "./owedMessages";
import "./owed-step.css";

/** What must be done by somebody who has just signed in, before anything else opens. */
export function OwedStep({ session }: { session: SessionData }) {
  const say = useSay(owedWords);
  const queries = useQueryClient();
  const goOn = () => void queries.resetQueries({ queryKey: sessionKey });

  async function signOut() {
    await api.delete("/session", { said: null });
    goOn();
  }

  return (
    <main className="owed-step">
      <div>
        {session.owes === "password" ? (
          <>
            <h1>{say("passwordTitle")}</h1>
            <p className="quiet">{say(hasEnded(session) ? "passwordEnded" : "passwordGiven")}</p>
            <ChangePasswordForm login={session.user.login} onChanged={goOn} />
          </>
        ) : (
          <>
            <h1>{say("secondFactorTitle")}</h1>
            <p className="quiet">{say("secondFactorText")}</p>
            <SetUpSecondFactor onDone={goOn} />
          </>
        )}
        <Button type="link" onClick={signOut}>
          {say("signOut")}
        </Button>
      </div>
    </main>
  );
}

function hasEnded({ passwordEnds }: SessionData): boolean {
  return passwordEnds != null && new Date(passwordEnds).getTime() <= Date.now();
}
