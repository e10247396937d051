import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Segmented, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Prediction } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { Calibration } from "./Calibration";
import { Clues } from "./Clues";
import { Measures } from "./Measures";
import { predictionWords } from "./messages";
import { driftedClues, predictionKey, usePredictions } from "./prediction";
import { Rates } from "./Rates";
import { Versions } from "./Versions";
import { Weights } from "./Weights";
import "./prediction.css";

/** What was learnt from records that have ended, and what it is worth. */
export default function PredictionPage() {
  return (
    <AdministratorsOnly>
      <Predictions />
    </AdministratorsOnly>
  );
}

/** What one waits for: that an object is tried at another time than this. */
interface Waiting {
  object: string;
  triedAt: string | null;
}

function Predictions() {
  const say = useSay(predictionWords);
  const [address, change] = useAddressState();
  const [asked, ask] = useState<Waiting | null>(null);
  const waits = (all: Prediction[]) =>
    all.some(each => each.object === asked?.object && each.triedAt === asked.triedAt);
  const predictions = usePredictions(asked !== null);
  if (predictions.isPending) return <Skeleton active />;
  const all = predictions.data?.items ?? [];
  const chosen = all.find(each => each.object === address.object) ?? all[0];
  if (!chosen) return <EmptyState title={say("nothing")} />;
  const waiting = waits(all);
  if (asked && !waiting) ask(null);
  return (
    <Card
      key={`${chosen.object} ${chosen.version}`}
      prediction={chosen}
      waiting={waiting}
      wait={() => ask({ object: chosen.object, triedAt: chosen.triedAt })}
      objects={
        all.length > 1 && (
          <Segmented
            aria-label={say("prediction")}
            value={chosen.object}
            options={all.map(({ object, label }) => ({ value: object, label }))}
            onChange={object => change({ object })}
          />
        )
      }
    />
  );
}

interface CardProps {
  prediction: Prediction;
  waiting: boolean;
  wait: () => void;
  objects: ReactNode;
}

function Card({ prediction, waiting, wait, objects }: CardProps) {
  const say = useSay(predictionWords);
  const queries = useQueryClient();
  const { act } = useAct();
  const drifted = driftedClues(prediction);
  const list = new Intl.ListFormat(useLanguage(), { type: "conjunction", style: "narrow" });

  async function learn() {
    const done = await act(() =>
      api.post(`/predictions/${prediction.object}/learn`, {}, { said: say("learnSaid") }),
    );
    if (done) {
      wait();
      await queries.invalidateQueries({ queryKey: predictionKey });
    }
  }

  return (
    <Page
      title={say("prediction")}
      text={say("predictionText")}
      actions={
        <Button type="primary" loading={waiting} onClick={() => void learn()}>
          {waiting ? say("learning") : say("learn")}
        </Button>
      }
    >
      <div className="prediction">
        {objects}
        <Standing prediction={prediction} />
        {drifted.length > 0 && (
          <Alert type="warning" showIcon title={say("drifting", { clues: list.format(drifted) })} />
        )}
        {prediction.model && (
          <>
            <Measures model={prediction.model} inUse={prediction.by === "model"} />
            <div className="prediction-pair">
              <Calibration bins={prediction.model.metrics.bins} />
              <Weights features={prediction.model.features} />
            </div>
          </>
        )}
        {prediction.rates.length > 0 && <Rates rates={prediction.rates} />}
        {prediction.versions.length > 0 && <Versions versions={prediction.versions} />}
        <Clues prediction={prediction} wait={wait} />
      </div>
    </Page>
  );
}

/** By what records are foretold now, and why by nothing better. */
function Standing({ prediction }: { prediction: Prediction }) {
  const say = useSay(predictionWords);
  const language = useLanguage();
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const { by, refusal, triedAt, scoredAt } = prediction;
  const title = by === "model" ? "byModel" : by === "stages" ? "byStages" : "byNothing";
  const text = by === "model" ? "byModelText" : by === "stages" ? "byStagesText" : "byNothingText";
  return (
    <Panel title={say(title)}>
      <div className="prediction-standing">
        <p>{say(text)}</p>
        {refusal && (
          <p>
            {refusal.missing > 0
              ? say("tooFew", refusal)
              : say("oneSided", { positives: refusal.positives, negatives: refusal.negatives })}
          </p>
        )}
        <p className="quiet" aria-live="polite">
          {[
            triedAt ? say("triedAt", { at: moment.format(new Date(triedAt)) }) : say("neverTried"),
            scoredAt && say("scoredAt", { at: moment.format(new Date(scoredAt)) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </Panel>
  );
}
