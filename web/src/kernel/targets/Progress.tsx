import { useSay } from "~/kernel/i18n/language";
import { targetWords } from "./messages";
import { standingOf } from "./targets";
import "./progress.css";

/** A bar of what is done, with a mark where time stands; says in words whether one is ahead of it. */
export function Progress({ percent, pace }: { percent: number; pace: number }) {
  const say = useSay(targetWords);
  const standing = standingOf(percent, pace);
  const words = say("bar", {
    percent: percent.toFixed(0),
    pace: pace.toFixed(0),
    standing: say(standing),
  });
  return (
    <span className="target-progress" data-standing={standing} title={words}>
      <span className="target-bar" role="img" aria-label={words}>
        <span className="target-filled" style={{ width: `${Math.min(100, percent)}%` }} />
        {pace > 0 && pace < 100 && <span className="target-now" style={{ insetInlineStart: `${pace}%` }} />}
      </span>
      <span className="target-percent number">{percent.toFixed(percent > 0 && percent < 10 ? 1 : 0)}%</span>
    </span>
  );
}
