import { useQueryClient } from "@tanstack/react-query";
import { Button, Switch } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Prediction } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { ColorTag } from "~/ui/ColorTag";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { predictionWords } from "./messages";
import { predictionKey } from "./prediction";

const MOVED = {
  steady: ["steady", "green"],
  shifted: ["shifted", "orange"],
  drifted: ["drifted", "red"],
} as const;

/** What may be looked at, what administrators leave out of it, and how far it has moved. */
export function Clues({ prediction, wait }: { prediction: Prediction; wait: () => void }) {
  const say = useSay(predictionWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { act } = useAct();
  const before = prediction.clues.filter(clue => clue.leftOut).map(clue => clue.name);
  const [leftOut, leaveOut] = useState<ReadonlySet<string>>(() => new Set(before));
  const changed = before.length !== leftOut.size || before.some(name => !leftOut.has(name));
  const drifts = prediction.clues.some(clue => clue.drift !== null);

  async function save() {
    const body = { leftOut: [...leftOut], version: prediction.version };
    const done = await act(() => api.put(`/predictions/${prediction.object}`, body, { said: say("saved") }));
    if (done) {
      wait();
      await queries.invalidateQueries({ queryKey: predictionKey });
    }
  }

  function look(name: string, at: boolean) {
    const next = new Set(leftOut);
    if (at) next.delete(name);
    else next.add(name);
    leaveOut(next);
  }

  return (
    <Panel
      title={say("clues")}
      extra={
        <Button disabled={!changed || leftOut.size === prediction.clues.length} onClick={() => void save()}>
          {sayCommon("save")}
        </Button>
      }
    >
      <p className="quiet">{say("cluesText")}</p>
      <DataTable
        label={say("clues")}
        rows={prediction.clues}
        rowKey={clue => clue.name}
        columns={[
          { key: "clue", title: say("clue"), lead: true, cell: clue => clue.label },
          ...(drifts
            ? [
                {
                  key: "drift",
                  title: say("drift"),
                  cell: (clue: Prediction["clues"][number]) => <Drift clue={clue} />,
                },
              ]
            : []),
          {
            key: "used",
            title: say("used"),
            width: 120,
            cell: clue => (
              <Switch
                size="small"
                aria-label={clue.label}
                checked={!leftOut.has(clue.name)}
                onChange={at => look(clue.name, at)}
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Drift({ clue }: { clue: Prediction["clues"][number] }) {
  const say = useSay(predictionWords);
  if (clue.drift === null || clue.moved === null) return null;
  const [word, color] = MOVED[clue.moved as keyof typeof MOVED];
  return (
    <>
      <ColorTag color={color}>{say(word)}</ColorTag>{" "}
      <span className="quiet number">{clue.drift.toFixed(2)}</span>
    </>
  );
}
