import { InputNumber, Segmented, Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { worthWords } from "./messages";
import type { WorthDraft } from "./worth";

const PARTS = ["recency", "frequency", "monetary"] as const;
type Part = (typeof PARTS)[number];

/** What one begins with when typing cut points by hand. */
const FIRST: Record<Part, string[]> = {
  recency: ["180", "90", "60", "30"],
  frequency: ["2", "3", "5", "10"],
  monetary: ["1000", "10000", "50000", "200000"],
};

interface Props {
  draft: WorthDraft;
  errors: Record<string, string>;
  set: (change: Partial<WorthDraft>) => void;
}

/** By which cut points scores are given, and from when on one is high. */
export function Scoring({ draft, errors, set }: Props) {
  const say = useSay(worthWords);
  return (
    <Panel title={say("scoring")}>
      {PARTS.map(part => (
        <Cuts
          key={part}
          part={part}
          cuts={draft[part]}
          error={errors[part]}
          onChange={cuts => set({ [part]: cuts })}
        />
      ))}
      <FormRow id="worth-high" label={say("high")} error={errors.high}>
        <Select
          id="worth-high"
          style={{ maxWidth: 240 }}
          value={draft.high ?? 0}
          options={[
            { value: 0, label: say("aboveMean") },
            ...[2, 3, 4, 5].map(score => ({ value: score, label: say("fromScore", { score }) })),
          ]}
          onChange={score => set({ high: score || null })}
        />
      </FormRow>
    </Panel>
  );
}

interface CutsProps {
  part: Part;
  cuts: string[] | null;
  error: string | undefined;
  onChange: (cuts: string[] | null) => void;
}

function Cuts({ part, cuts, error, onChange }: CutsProps) {
  const say = useSay(worthWords);
  const id = `worth-${part}`;
  return (
    <FormRow id={id} label={say(part)} error={error}>
      <Segmented
        id={id}
        aria-label={say(part)}
        value={cuts ? "typed" : "fifths"}
        options={[
          { value: "fifths", label: say("fifths") },
          { value: "typed", label: say("typed") },
        ]}
        onChange={way => onChange(way === "typed" ? FIRST[part] : null)}
      />
      {cuts && (
        <div className="worth-cuts">
          {cuts.map((cut, at) => {
            const label = say(part === "recency" ? "atMost" : "atLeast", { score: at + 2 });
            const cutId = `${id}-${at + 2}`;
            return (
              <span key={cutId}>
                <label htmlFor={cutId}>{label}</label>
                <InputNumber<string>
                  id={cutId}
                  stringMode
                  min="0"
                  value={cut}
                  status={error ? "error" : undefined}
                  onChange={value => onChange(cuts.map((each, i) => (i === at ? (value ?? "") : each)))}
                />
              </span>
            );
          })}
        </div>
      )}
    </FormRow>
  );
}
