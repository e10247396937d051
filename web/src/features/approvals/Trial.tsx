import { Alert, Button } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Labelled } from "~/kernel/api/contract";
import type { Step } from "~/kernel/approvals/approvals";
import { Way } from "~/kernel/approvals/Way";
import "~/kernel/approvals/approvals.css";
import { useSay } from "~/kernel/i18n/language";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { type FlowDraft, flowOf } from "./flow";
import { designerWords } from "./messages";

/** Tries the flow, kept or not, on a record that is there. */
export function Trial({ draft }: { draft: FlowDraft }) {
  const say = useSay(designerWords);
  const { busy, act } = useAct();
  const [record, setRecord] = useState<Labelled[]>([]);
  const [starter, setStarter] = useState<Labelled | null>(null);
  const [way, setWay] = useState<{ applies: boolean; items: Step[] } | null>(null);
  const run = () =>
    act(async () => {
      const body = { ...flowOf(draft), object: draft.object, record: record[0]?.id, starter: starter?.id };
      setWay(await api.ask<{ applies: boolean; items: Step[] }>("/approvals/templates/trial", body));
    });
  return (
    <Panel title={say("trial")}>
      <p className="quiet">{say("trialText")}</p>
      <div className="flow-settings">
        <FormRow id="trial-record" label={say("trialRecord")} required>
          <RecordPicker
            id="trial-record"
            object={draft.object}
            value={record}
            onChange={next => {
              setRecord(next);
              setWay(null);
            }}
          />
        </FormRow>
        <FormRow id="trial-starter" label={say("trialStarter")}>
          <PersonPicker
            id="trial-starter"
            value={starter}
            onChange={next => {
              setStarter(next);
              setWay(null);
            }}
          />
        </FormRow>
      </div>
      <Button loading={busy} disabled={record.length === 0} onClick={() => void run()}>
        {say("trialRun")}
      </Button>
      {way && (
        <div className="flow-trial">
          {!way.applies && <Alert type="warning" showIcon title={say("trialNot")} />}
          {way.items.length === 0 ? <p className="quiet">{say("trialEnds")}</p> : <Way steps={way.items} />}
        </div>
      )}
    </Panel>
  );
}
