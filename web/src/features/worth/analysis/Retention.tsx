import type { WorthAnalysis } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { useAggregate } from "~/kernel/records/records";
import { groupDigits, roundDecimal } from "~/kernel/text/decimals";
import { Panel } from "~/ui/Page";
import { listOf, OBJECT, percent } from "./analysis";
import { analysisWords } from "./messages";

type Outlook = NonNullable<WorthAnalysis["retention"]>;

const RISKS = [
  { risk: "high", word: "riskHigh" },
  { risk: "medium", word: "riskMedium" },
  { risk: "low", word: "riskLow" },
] as const;

/** Who is likely to be lost, what is to be expected of the others, and how well that was foretold so far. */
export function Retention({ outlook }: { outlook: Outlook }) {
  const say = useSay(analysisWords);
  const enough = outlook.perYear !== null;
  return (
    <Panel title={say("retention")}>
      <p className="quiet">{say("retentionText")}</p>
      {enough ? (
        <>
          <Risks />
          <Card outlook={outlook} />
        </>
      ) : (
        <p className="quiet">{say("tooFewAgain", { fewest: outlook.fewest, again: outlook.again })}</p>
      )}
    </Panel>
  );
}

function Risks() {
  const say = useSay(analysisWords);
  const { data } = useAggregate(OBJECT, {
    groups: [{ field: "churnRisk" }],
    measures: [{ function: "count" }, { function: "sum", field: "expectedAmount" }],
  });
  return (
    <ul className="risks">
      {RISKS.map(({ risk, word }) => {
        const row = data?.rows.find(each => each.churnRisk === risk);
        const amount = row?.sum_expectedAmount;
        return (
          <li key={risk} data-risk={risk}>
            <Link href={listOf({ field: "churnRisk", op: "eq", value: risk })}>
              <strong>{say(word)}</strong>
              <span className="segment-count number">{groupDigits(String(row?.count ?? 0))}</span>
              <span className="quiet">
                {typeof amount === "string" &&
                  say("expected", { amount: groupDigits(roundDecimal(amount, 0)) })}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** What was learnt, in words, and how it did on the recent past. */
function Card({
  outlook: { customers, again, day, perYear, stops, spends, trial, dependence },
}: {
  outlook: Outlook;
}) {
  const say = useSay(analysisWords);
  const number = (value: number, digits: number) => groupDigits(value.toFixed(digits));
  return (
    <dl className="facts-of-retention">
      <dt>{say("learnt")}</dt>
      <dd>
        {say("learntOf", {
          customers: groupDigits(String(customers)),
          again: groupDigits(String(again)),
          day,
        })}
      </dd>
      {perYear !== null && stops !== null && (
        <>
          <dt>{say("often")}</dt>
          <dd>{say("oftenText", { perYear: number(perYear, 1), stops: percent(stops, 1) })}</dd>
        </>
      )}
      {spends !== null && (
        <>
          <dt>{say("spends")}</dt>
          <dd>
            {number(spends, 0)}
            {Math.abs(dependence) > 0.3 && ` · ${say("dependent")}`}
          </dd>
        </>
      )}
      <dt>{say("trial")}</dt>
      <dd>
        {trial
          ? say(trial.error <= trial.naiveError ? "trialBetter" : "trialWorse", {
              weeks: trial.weeks,
              actual: number(trial.actual, 0),
              expected: number(trial.expected, 0),
              naive: number(trial.naive, 0),
              error: number(trial.error, 2),
              naiveError: number(trial.naiveError, 2),
            })
          : say("noTrial")}
      </dd>
    </dl>
  );
}
