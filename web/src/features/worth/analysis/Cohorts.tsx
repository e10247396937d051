import type { CSSProperties } from "react";
import type { WorthAnalysis } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { groupDigits } from "~/kernel/text/decimals";
import { Panel } from "~/ui/Page";
import { cohortFilter, listOf, percent } from "./analysis";
import { analysisWords } from "./messages";

type Cohort = NonNullable<WorthAnalysis["cohorts"]>[number];

interface Props {
  cohorts: Cohort[];
  opens: WorthAnalysis["opens"];
}

/** By the month of the first deal: which share bought again in each month after. */
export function Cohorts({ cohorts, opens }: Props) {
  const say = useSay(analysisWords);
  const months = Math.max(0, ...cohorts.map(cohort => cohort.again.length - 1));
  const later = Array.from({ length: months }, (_, at) => at + 1);
  return (
    <Panel title={say("cohorts")} extra={<span className="quiet">{say("cohortsText")}</span>}>
      {cohorts.length === 0 ? (
        <p className="quiet">{say("noCohorts")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="cohorts" aria-label={say("cohorts")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("firstDeal")}</th>
                <th scope="col">{say("size")}</th>
                {later.map(after => (
                  <th key={after} scope="col">
                    {say("after", { month: after })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map(cohort => (
                <Row key={cohort.month} cohort={cohort} later={later} opens={opens} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}

function Row({ cohort, later, opens }: { cohort: Cohort; later: number[]; opens: WorthAnalysis["opens"] }) {
  const say = useSay(analysisWords);
  const [size = 0] = cohort.again;
  const month = cohort.month.slice(0, 7);
  const all = cohortFilter(cohort.month, 0, opens);
  return (
    <tr>
      <th scope="row">{month}</th>
      <td>{all && <Link href={listOf(all)}>{groupDigits(String(size))}</Link>}</td>
      {later.map(after => {
        const count = cohort.again[after];
        if (count === undefined) return <td key={after} />;
        const share = percent(count, size);
        const filter = count > 0 ? cohortFilter(cohort.month, after, opens) : null;
        const label = say("cohortCell", { month, after, count, share });
        return (
          <td
            key={after}
            title={label}
            style={{ "--heat": `${Math.round((size ? count / size : 0) * 70)}%` } as CSSProperties}
          >
            {filter ? (
              <Link href={listOf(filter)} aria-label={label}>
                {share}
              </Link>
            ) : (
              <span className={count ? undefined : "quiet"}>{count ? share : "·"}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
