import { Button } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { predictionWords } from "./messages";
import { type Model, percent } from "./prediction";

const FEW = 15;

/** What weighs in the odds, the heaviest first. */
export function Weights({ features }: { features: Model["features"] }) {
  const say = useSay(predictionWords);
  const [all, showAll] = useState(false);
  const most = Math.max(1e-9, ...features.map(each => Math.abs(each.weight)));
  const shown = all ? features : features.slice(0, FEW);
  return (
    <Panel title={say("weights")}>
      <p className="quiet">{say("weightsText")}</p>
      <ol className="weights">
        {shown.map(each => (
          <li key={`${each.clue} ${each.word ?? ""}`}>
            <span className="weights-name">
              {each.word === null ? each.label : say("named", { label: each.label, word: each.word })}
              {each.share !== null && (
                <span className="quiet"> {say("shareOf", { share: percent(each.share) })}</span>
              )}
            </span>
            <span className="weights-side" aria-hidden>
              <span
                className={each.weight < 0 ? "weights-against" : "weights-for"}
                style={{ width: `${(Math.abs(each.weight) / most) * 50}%` }}
              />
            </span>
            <span className="number">{`${each.weight < 0 ? "−" : "+"}${Math.abs(each.weight).toFixed(2)}`}</span>
          </li>
        ))}
      </ol>
      {features.length > FEW && (
        <Button type="link" onClick={() => showAll(!all)}>
          {all ? say("showLess") : say("showAll", { count: features.length })}
        </Button>
      )}
    </Panel>
  );
}
