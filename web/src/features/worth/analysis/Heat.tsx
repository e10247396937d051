import type { CSSProperties } from "react";
import type { WorthAnalysis } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { groupDigits } from "~/kernel/text/decimals";
import { Panel } from "~/ui/Page";
import { heatOf, listOf } from "./analysis";
import { analysisWords } from "./messages";

const SCORES = [1, 2, 3, 4, 5];

/** How many customers have each pair of scores. */
export function Heat({ cells }: { cells: NonNullable<WorthAnalysis["map"]> }) {
  const say = useSay(analysisWords);
  const { count, most } = heatOf(cells);
  return (
    <Panel title={say("heat")} extra={<span className="quiet">{say("heatText")}</span>}>
      <table className="heat">
        <thead>
          <tr>
            <td />
            {SCORES.map(f => (
              <th key={f} scope="col">
                F{f}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SCORES.toReversed().map(r => (
            <tr key={r}>
              <th scope="row">R{r}</th>
              {SCORES.map(f => {
                const found = count(r, f);
                return (
                  <td
                    key={f}
                    style={{ "--heat": `${Math.round(Math.sqrt(found / most) * 60)}%` } as CSSProperties}
                  >
                    {found > 0 && (
                      <Link
                        href={listOf({
                          and: [
                            { field: "recencyScore", op: "eq", value: r },
                            { field: "frequencyScore", op: "eq", value: f },
                          ],
                        })}
                        aria-label={say("heatCell", { r, f, count: found })}
                      >
                        {groupDigits(String(found))}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
