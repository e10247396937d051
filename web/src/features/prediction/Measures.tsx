import { Alert } from "antd";
import type { ReactNode } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { groupDigits } from "~/kernel/text/decimals";
import { ColorTag } from "~/ui/ColorTag";
import { Panel } from "~/ui/Page";
import { predictionWords } from "./messages";
import { type Model, percent } from "./prediction";

/** From what the model was learnt, and how good it was on records that it had not seen. */
export function Measures({ model, inUse }: { model: Model; inUse: boolean }) {
  const say = useSay(predictionWords);
  const date = new Intl.DateTimeFormat(useLanguage(), { dateStyle: "medium" });
  const { metrics } = model;
  const worth =
    model.worth === "clear" ? "worthClear" : model.worth === "little" ? "worthLittle" : "worthNone";
  const many = (count: number) => groupDigits(String(count));
  return (
    <Panel title={say("card")} extra={!inUse && <ColorTag color="gray">{say("notInUse")}</ColorTag>}>
      <Alert type={model.worth === "clear" ? "info" : "warning"} showIcon title={say(worth)} />
      <dl className="prediction-measures">
        <Measure name={say("auc")} value={metrics.auc.toFixed(3)}>
          {say("aucText", { low: metrics.aucLow.toFixed(3), high: metrics.aucHigh.toFixed(3) })}
        </Measure>
        <Measure name={say("skill")} value={percent(metrics.skill)}>
          {say("skillText", { brier: metrics.brier.toFixed(4), base: metrics.baseBrier.toFixed(4) })}
        </Measure>
        <Measure name={say("logLoss")} value={metrics.logLoss.toFixed(4)}>
          {say("logLossText", { base: metrics.baseLogLoss.toFixed(4) })}
        </Measure>
        <Measure name={say("ece")} value={percent(metrics.calibrationError)}>
          {say("eceText")}
        </Measure>
        <Measure name={say("lift")} value={`×${metrics.lift.toFixed(2)}`}>
          {say("liftText")}
        </Measure>
        <Measure name={say("base")} value={percent(metrics.positives / metrics.records)}>
          {say("baseText", { records: many(metrics.records), positives: many(metrics.positives) })}
        </Measure>
      </dl>
      <p className="quiet">
        {say("window", {
          from: date.format(new Date(model.from)),
          measuredFrom: date.format(new Date(model.measuredFrom)),
          until: date.format(new Date(model.until)),
          learnt: many(model.learnt),
          aside: many(model.aside),
          measured: many(metrics.records),
        })}
      </p>
    </Panel>
  );
}

function Measure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="prediction-figure number">{value}</span>
        <span className="quiet">{children}</span>
      </dd>
    </div>
  );
}
