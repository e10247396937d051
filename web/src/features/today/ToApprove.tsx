import { Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useEntries, useRefreshApprovals } from "~/kernel/approvals/approvals";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { Panel } from "~/ui/Page";
import { todayWords } from "./messages";

const SHOWN = 5;

/** What waits for my approval; agreed to with one tap, or opened. Nothing where nothing does. */
export function ToApprove() {
  const say = useSay(todayWords);
  const refresh = useRefreshApprovals();
  const { busy, act } = useAct();
  const items = useEntries("waiting").data?.items ?? [];
  if (items.length === 0) return null;
  const agree = async (task: number) => {
    const path = `/approvals/tasks/${task}/approve`;
    if (await act(() => api.post(path, {}, { said: say("approved") }))) await refresh();
  };
  return (
    <Panel
      title={say("toApprove")}
      extra={
        <Link href="/approvals">
          {say("toApproveAll")} <span className="number">{items.length}</span>
        </Link>
      }
    >
      <ul className="today-approvals">
        {items.slice(0, SHOWN).map(entry => {
          const title = entry.title ?? say("approvalTitle", { label: entry.label, id: entry.record });
          const { task } = entry;
          return (
            <li key={task}>
              <span>
                <Link href={`/approvals?approval=${entry.approval}`}>{title}</Link>
                <span className="quiet">
                  {[
                    entry.label,
                    entry.starter.label,
                    ...entry.figures.slice(0, 2).map(({ label, text }) => `${label} ${text}`),
                  ].join(" · ")}
                </span>
              </span>
              {task !== null && (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={say("approveOne", { title })}
                  onClick={() => void agree(task)}
                >
                  {say("approveIt")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
