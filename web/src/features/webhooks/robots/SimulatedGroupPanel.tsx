import { Skeleton } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { robotWords } from "./messages";
import { useSimulatedGroup } from "./robots";

/** What a group would have read, were it one of the product. */
export function SimulatedGroupPanel({ id }: { id: number }) {
  const say = useSay(robotWords);
  const answer = useSimulatedGroup(id);
  const items = answer.data?.items ?? [];
  return (
    <Panel title={say("group")}>
      {answer.isPending && <Skeleton active />}
      {answer.isSuccess && items.length === 0 && <p className="quiet">{say("nothingCame")}</p>}
      <ul className="robot-group">
        {items.map(each => (
          <li key={each.id}>
            <span className="quiet number">{wallTime(each.at)}</span>
            <pre className="webhook-text">{each.text}</pre>
            {each.called.length > 0 && (
              <span className="quiet number">{say("called", { mobiles: each.called.join(" ") })}</span>
            )}
            {each.refused && (
              <span className="form-row-error">{say("refused", { answer: each.refused })}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
