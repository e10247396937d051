import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { api } from "~/kernel/api/api";
import type { MyTargets as Mine } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link, useAddressState, writeQuery } from "~/kernel/navigation/navigation";
import { DoneLink } from "~/kernel/targets/DoneLink";
import { Figure } from "~/kernel/targets/Figure";
import { targetWords } from "~/kernel/targets/messages";
import { Progress } from "~/kernel/targets/Progress";
import { paceOf, percentOf, type SpanUnit, targetKeys } from "~/kernel/targets/targets";
import { Panel } from "~/ui/Page";
import type { Whose } from "./due";
import { todayWords } from "./messages";

const SPANS = ["month", "quarter", "year"] as const;

/** What I aim at, or my departments do, and how far that is; nothing where nobody has set a target. */
export function MyTargets({ whose }: { whose: Whose }) {
  const say = useSay(todayWords);
  const sayTarget = useSay(targetWords);
  const [address, change] = useAddressState();
  const span = SPANS.find(each => each === address.targets) ?? "month";
  const team = whose === "me" ? "me" : "team";
  const { data } = useQuery({
    queryKey: targetKeys.mine(span, team),
    queryFn: ({ signal }) => api.get<Mine>(`/targets/mine?span=${span}&whose=${team}`, signal),
    placeholderData: before => before,
  });
  if (!data || (data.items.length === 0 && address.targets === undefined)) return null;
  const pace = paceOf(data.span);
  return (
    <Panel
      title={
        <Link href={`/targets${writeQuery({ span })}`}>
          {say(whose === "me" ? "myTargets" : "ourTargets")}
        </Link>
      }
      extra={
        <Segmented<SpanUnit>
          size="small"
          aria-label={say("targetSpan")}
          value={span}
          options={SPANS.map(each => ({ value: each, label: say(each) }))}
          onChange={next => change({ targets: next }, { replace: true })}
        />
      }
    >
      {data.items.length === 0 && <p className="quiet">{say("noTargets")}</p>}
      <ul className="my-targets">
        {data.items.map(({ measure, line }) => (
          <li key={`${measure.key}-${line.id}`}>
            <span className="my-target-head">
              <span>{line.kind === "department" ? `${line.label} · ${measure.label}` : measure.label}</span>
              <span>
                <DoneLink measure={measure} line={line} short />
                <span className="quiet">
                  {" / "}
                  <Figure measure={measure} amount={line.aim ?? "0"} short />
                </span>
              </span>
            </span>
            <Progress percent={percentOf(line) ?? 0} pace={pace} />
          </li>
        ))}
      </ul>
      {data.items.length > 0 && (
        <p className="quiet my-target-pace">
          {sayTarget("pace", { passed: data.span.pace.passed, total: data.span.pace.total })}
        </p>
      )}
    </Panel>
  );
}
