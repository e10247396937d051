import { Alert, Button } from "antd";
import type { TargetYear } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { exactText } from "~/kernel/targets/Figure";
import { targetsWords } from "./messages";
import type { Plan } from "./usePlan";

const SHOWN = 8;

/** What others have set in the meantime, cell by cell, and the choice whose figures hold. */
export function Conflicts({ data, plan }: { data: TargetYear; plan: Plan }) {
  const say = useSay(targetsWords);
  return (
    <Alert
      type="warning"
      showIcon
      title={say("stale", { count: plan.conflicts.length })}
      description={
        <>
          <ul className="plan-conflicts">
            {plan.conflicts.slice(0, SHOWN).map(cell => (
              <li key={`${cell.kind}-${cell.id}-${cell.month}`}>
                {say("staleCell", {
                  name: data.rows.find(row => row.kind === cell.kind && row.id === cell.id)?.label ?? "",
                  month: cell.month.slice(0, 7),
                  who: cell.by ?? say("someone"),
                  amount: cell.amount === null ? say("cleared") : exactText(data.measure, cell.amount),
                })}
              </li>
            ))}
          </ul>
          <span className="plan-choice">
            <Button onClick={plan.takeTheirs}>{say("theirs")}</Button>
            <Button onClick={plan.saveMine} loading={plan.saving}>
              {say("mine")}
            </Button>
          </span>
        </>
      }
    />
  );
}
