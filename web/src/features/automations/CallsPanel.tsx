import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Modal, Skeleton, Tag } from "antd";
import { useState } from "react";
import { CopyText } from "~/kernel/acting/CopyText";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { callWords } from "./messages";
import type { Automation } from "./plan";

interface Call {
  id: number;
  at: string;
  outcome: "begun" | "refused" | "unknown";
  record: number | null;
  note: string | null;
  body: string;
}

const COLOURS = { begun: "success", refused: "warning", unknown: "error" };

/** The address at which other systems begin it, and what came there. */
export function CallsPanel({ automation }: { automation: Automation }) {
  const say = useSay(callWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { busy, act } = useAct();
  const [address, setAddress] = useState<string | null>(null);
  const key = ["automation-calls", automation.id];
  const answer = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<{ address: boolean; items: Call[] }>(`/workflows/${automation.id}/calls`, signal),
  });
  const make = () =>
    act(async () => {
      const made = await api.post<{ address: string }>(
        `/workflows/${automation.id}/address`,
        {},
        { said: null },
      );
      setAddress(made.address);
      await queries.invalidateQueries({ queryKey: key });
    });
  const there = answer.data?.address === true;
  return (
    <Panel title={say("calls")}>
      <p className="quiet">{say("text")}</p>
      {answer.isPending ? (
        <Skeleton active />
      ) : (
        <>
          <Button
            loading={busy}
            onClick={() =>
              there ? modal.confirm({ title: say("replaceAsk"), onOk: () => void make() }) : void make()
            }
          >
            {say(there ? "replace" : "make")}
          </Button>
          <h3>{say("last")}</h3>
          {answer.data?.items.length === 0 && <p className="quiet">{say("none")}</p>}
          <ul className="automation-runs">
            {answer.data?.items.map(call => (
              <li key={call.id}>
                <Tag color={COLOURS[call.outcome]}>{say(call.outcome)}</Tag>
                <span className="automation-run">
                  <span className="quiet">
                    {wallTime(call.at)}
                    {call.record !== null && (
                      <>
                        {" · "}
                        <Link href={addressOf.record(automation.object, call.record)}>{say("record")}</Link>
                      </>
                    )}
                  </span>
                  {call.note && <span className="form-row-error">{call.note}</span>}
                  <details>
                    <summary>{say("body")}</summary>
                    <pre className="automation-sends">{JSON.stringify(JSON.parse(call.body), null, 2)}</pre>
                  </details>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {address && (
        <Modal
          open
          title={say("calls")}
          mask={{ closable: false }}
          onCancel={() => setAddress(null)}
          footer={<Button onClick={() => setAddress(null)}>{say("close")}</Button>}
        >
          <Alert type="warning" showIcon title={say("once")} style={{ marginBlockEnd: 12 }} />
          <CopyText text={address} label={say("copy")} />
        </Modal>
      )}
    </Panel>
  );
}
