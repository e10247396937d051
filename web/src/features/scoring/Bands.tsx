import { InputNumber } from "antd";
import type { Scoring } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { ColorTag } from "~/ui/ColorTag";
import { Panel } from "~/ui/Page";
import { scoringWords } from "./messages";
import { type ScoringDraft, withBand } from "./scoring";

interface Props {
  levels: Scoring["levels"];
  draft: ScoringDraft;
  errors: Record<string, string>;
  set: (draft: ScoringDraft) => void;
}

/** From how many points on a record has which level. */
export function Bands({ levels, draft, errors, set }: Props) {
  const say = useSay(scoringWords);
  const wrong = Object.entries(errors).filter(([field]) => field.startsWith("bands"));
  return (
    <Panel title={say("bands")}>
      <p className="quiet">{say("bandsText")}</p>
      <ul className="scoring-bands">
        {levels.map(level => (
          <li key={level.value}>
            <ColorTag color={level.color}>{level.label}</ColorTag>
            <InputNumber
              aria-label={say("from", { level: level.label })}
              min={-100000}
              max={100000}
              precision={0}
              value={draft.bands.find(band => band.level === level.value)?.from ?? null}
              onChange={from => set(withBand(draft, level.value, from))}
            />
            <span className="quiet">{say("fromHere")}</span>
          </li>
        ))}
      </ul>
      {wrong.map(([field, error]) => (
        <p key={field} className="rights-missing">
          {error}
        </p>
      ))}
    </Panel>
  );
}
