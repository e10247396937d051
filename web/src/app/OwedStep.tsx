import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { secondFactorWords } from "~/kernel/second-factor/messages";
import { SetUpSecondFactor } from "~/kernel/second-factor/SetUpSecondFactor";
import { sessionKey } from "~/kernel/session/session";
import "./owed-step.css";

/** What the company asks of somebody who has just signed in, before anything else opens. */
export function OwedStep() {
  const say = useSay(secondFactorWords);
  const queries = useQueryClient();
  return (
    <main className="owed-step">
      <div>
        <h1>{say("owedTitle")}</h1>
        <p className="quiet">{say("owedText")}</p>
        <SetUpSecondFactor onDone={() => void queries.resetQueries({ queryKey: sessionKey })} />
        <Button
          type="link"
          onClick={async () => {
            await api.delete("/session", { said: null });
            await queries.resetQueries({ queryKey: sessionKey });
          }}
        >
          {say("signOut")}
        </Button>
      </div>
    </main>
  );
}
