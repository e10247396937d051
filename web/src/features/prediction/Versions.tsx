import type { Prediction } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { groupDigits } from "~/kernel/text/decimals";
import { ColorTag } from "~/ui/ColorTag";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { predictionWords } from "./messages";

type Version = Prediction["versions"][number];

/** Everything that was ever learnt, the newest first, and what became of it. */
export function Versions({ versions }: { versions: Version[] }) {
  const say = useSay(predictionWords);
  const moment = new Intl.DateTimeFormat(useLanguage(), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Panel title={say("versions")}>
      <p className="quiet">{say("versionsText")}</p>
      <DataTable
        label={say("versions")}
        rows={versions}
        rowKey={each => each.id}
        columns={[
          { key: "at", title: say("learntAt"), lead: true, cell: each => moment.format(new Date(each.at)) },
          { key: "decision", title: say("decision"), cell: each => <Decision version={each} /> },
          {
            key: "records",
            title: say("records"),
            numeric: true,
            cell: each => groupDigits(String(each.records)),
          },
          { key: "auc", title: say("auc"), numeric: true, cell: each => each.auc.toFixed(3) },
          {
            key: "brier",
            title: say("brier"),
            numeric: true,
            cell: each => (
              <>
                {each.brier.toFixed(4)}
                {each.earlierBrier !== null && (
                  <span className="quiet prediction-beside">
                    {say("earlierBrier", { brier: each.earlierBrier.toFixed(4) })}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Decision({ version }: { version: Version }) {
  const say = useSay(predictionWords);
  if (version.inUse) return <ColorTag color="green">{say("inUse")}</ColorTag>;
  switch (version.decision) {
    case "kept_earlier":
      return <ColorTag color="gray">{say("kept_earlier")}</ColorTag>;
    case "useless":
      return <ColorTag color="orange">{say("useless")}</ColorTag>;
    default:
      return <ColorTag color="blue">{say("served")}</ColorTag>;
  }
}
