import type { WorthAnalysis } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { groupDigits } from "~/kernel/text/decimals";
import { Panel } from "~/ui/Page";
import { listOf, percent } from "./analysis";
import { analysisWords } from "./messages";

/** How many have come how far, and how long it took them. */
export function Funnel({ life }: { life: NonNullable<WorthAnalysis["life"]> }) {
  const say = useSay(analysisWords);
  const { steps, lost, returned } = life;
  const most = Math.max(1, ...steps.map(step => step.customers));
  return (
    <Panel
      title={say("life")}
      extra={
        <span className="funnel-apart">
          <Link href={listOf({ field: "lifeStage", op: "eq", value: "lost" })}>
            {say("lost", { count: groupDigits(String(lost)) })}
          </Link>
          {returned > 0 && (
            <Link href={listOf({ field: "returnedOn", op: "notEmpty" })}>
              {say("returned", { count: groupDigits(String(returned)) })}
            </Link>
          )}
        </span>
      }
    >
      <ol className="funnel">
        {steps.map((step, at) => {
          const former = steps[at - 1];
          return (
            <li key={step.step}>
              {former && (
                <p className="quiet">
                  ↓{" "}
                  {[
                    step.continued !== null &&
                      say("conversion", { share: percent(step.continued, former.customers) }),
                    step.days !== null && say("median", { days: step.days }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              )}
              <Link href={listOf({ field: step.field, op: "notEmpty" })}>
                <span
                  className="funnel-bar"
                  style={{ width: `${(step.customers / most) * 100}%` }}
                  aria-hidden
                />
                <span className="funnel-name">{step.label}</span>
                <span className="number">{groupDigits(String(step.customers))}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
