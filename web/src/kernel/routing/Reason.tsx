import type { RoutingDecision, RoutingTrial } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { ColorTag } from "~/ui/ColorTag";
import { routingReasonWords } from "./messages";
import "./reason.css";

type Decided = Pick<RoutingTrial["examples"][number], "outcome" | "rule" | "person" | "pool" | "passed"> & {
  way?: string | null;
};

const COLORS: Record<string, string> = {
  arrival: "blue",
  command: "purple",
  waited: "cyan",
  timeout: "orange",
};

/** Who was to have a record and by which rule, and which rules could give it to nobody. */
export function Reason({ decision }: { decision: Decided }) {
  const say = useSay(routingReasonWords);
  return (
    <span className="routing-reason">
      <span>{useOutcome(decision)}</span>
      {decision.passed.map(({ rule, away, full, broken }) => (
        <span key={rule} className="quiet">
          {broken ? say("broken", { rule }) : say("passed", { rule, away, full })}
        </span>
      ))}
    </span>
  );
}

function useOutcome({ outcome, rule, way, person, pool, passed }: Decided): string {
  const say = useSay(routingReasonWords);
  if (person && rule) {
    const how = way === "turn" || way === "weight" || way === "load" ? way : "person";
    return say(how, { rule, person: person.label ?? "" });
  }
  if (pool) {
    return rule
      ? say("pool", { rule, pool: pool.label ?? "" })
      : say("poolAtLast", { pool: pool.label ?? "" });
  }
  if (outcome === "waiting") return say("waiting", { rule: rule ?? "" });
  return passed.length > 0 ? say("nobody") : say("noRule");
}

/** What asked for a decision, and when. */
export function Occasion({ decision }: { decision: RoutingDecision }) {
  const say = useSay(routingReasonWords);
  const cause = decision.cause as "arrival" | "command" | "waited" | "timeout";
  return (
    <span className="routing-occasion">
      <ColorTag color={COLORS[cause]}>{say(cause)}</ColorTag>
      <span className="quiet number">{wallTime(decision.at)}</span>
      {decision.former && (
        <span className="quiet">{say("former", { person: decision.former.label ?? "" })}</span>
      )}
      {cause === "command" && decision.by && (
        <span className="quiet">{say("by", { person: decision.by })}</span>
      )}
    </span>
  );
}
