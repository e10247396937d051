import type { Prediction } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { predictionWords } from "./messages";
import { percent } from "./prediction";

/** What the history of each stage tells. */
export function Rates({ rates }: { rates: Prediction["rates"] }) {
  const say = useSay(predictionWords);
  return (
    <Panel title={say("rates")}>
      <p className="quiet">{say("ratesText")}</p>
      <DataTable
        label={say("rates")}
        rows={rates}
        rowKey={each => `${each.pipeline} ${each.stage}`}
        columns={[
          { key: "stage", title: say("stage"), lead: true, cell: each => `${each.pipeline} · ${each.stage}` },
          { key: "set", title: say("setRate"), numeric: true, cell: each => percent(each.set) },
          { key: "won", title: say("wonOf"), numeric: true, cell: each => `${each.won} / ${each.decided}` },
          { key: "rate", title: say("rate"), numeric: true, cell: each => percent(each.rate) },
        ]}
      />
    </Panel>
  );
}
