import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { SecondFactor as State } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { RecoveryCodes } from "~/kernel/second-factor/RecoveryCodes";
import { SetUpSecondFactor } from "~/kernel/second-factor/SetUpSecondFactor";
import { Panel } from "~/ui/Page";
import { CodeDialog } from "./CodeDialog";
import { profileWords } from "./messages";

const stateKey = ["second-factor"] as const;

/** Whether a code is asked when I sign in, and the ways to change that. */
export function SecondFactor() {
  const say = useSay(profileWords);
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: stateKey,
    queryFn: ({ signal }) => api.get<State>("/session/second-factor", signal),
  });
  const [doing, setDoing] = useState<"setUp" | "turnOff" | "renew" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const { on = false, recoveryCodes = 0, required = false } = state.data ?? {};
  const refresh = () => queries.invalidateQueries({ queryKey: stateKey });

  async function done() {
    setDoing(null);
    await refresh();
  }

  return (
    <Panel
      title={say("secondFactor")}
      extra={state.data && <Tag color={on ? "green" : undefined}>{say(on ? "isOn" : "isOff")}</Tag>}
    >
      <p className="quiet profile-text">{say("secondFactorText")}</p>
      {doing === "setUp" ? (
        <SetUpSecondFactor onDone={done} onCancel={() => setDoing(null)} />
      ) : (
        state.data && (
          <div className="profile-buttons">
            {!on && (
              <Button type="primary" onClick={() => setDoing("setUp")}>
                {say("turnOn")}
              </Button>
            )}
            {on && (
              <>
                <Button onClick={() => setDoing("renew")}>
                  {say("renewCodes", { count: recoveryCodes })}
                </Button>
                <Button danger disabled={required} onClick={() => setDoing("turnOff")}>
                  {say("turnOff")}
                </Button>
              </>
            )}
            {required && <span className="quiet">{say("companyDemands")}</span>}
          </div>
        )
      )}
      {doing === "turnOff" && (
        <CodeDialog
          title={say("turnOffTitle")}
          okText={say("turnOff")}
          help={say("codeOrRecovery")}
          onCode={code => api.post("/session/second-factor/off", { code }, { said: say("turnedOff") })}
          onClose={() => void done()}
        />
      )}
      {doing === "renew" && (
        <CodeDialog
          title={say("renewTitle")}
          okText={say("renew")}
          help={say("codeOfApp")}
          onCode={async code => {
            const made = await api.post<{ recoveryCodes: string[] }>(
              "/session/second-factor/recovery-codes",
              { code },
              { said: null },
            );
            setCodes(made.recoveryCodes);
          }}
          onClose={() => void done()}
        />
      )}
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
    </Panel>
  );
}
