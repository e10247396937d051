import { InputNumber, Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { FormulaEditor } from "../formula/FormulaEditor";
import { formulaWords } from "../formula/words";
import { kindWords } from "../messages";
import type { KindSettings, SettingsProps } from "./settings";

const NUMBERS = ["decimal", "integer", "percent"] as const;
type Result = keyof typeof kindWords;

function Formula({ draft, object, within, shipped, errors, onChange }: SettingsProps) {
  const say = useSay(formulaWords);
  const sayKind = useSay(kindWords);
  const result = (draft.result ?? null) as Result | null;
  const numeric = result !== null && (NUMBERS as readonly string[]).includes(result);

  /** A formula that now gives another kind of value loses the kind that was chosen. */
  function gives(kind: string | null) {
    const fits = kind === draft.result || (kind === "decimal" && numeric);
    if (kind && !fits) onChange({ result: kind });
  }

  return (
    <>
      <FormulaEditor
        object={object}
        within={within}
        field={draft.name || undefined}
        value={draft.formula ?? ""}
        disabled={shipped}
        error={errors.formula}
        onChange={formula => onChange({ formula })}
        onResult={gives}
      />
      {result && (
        <FormRow id="field-result" label={say("result")} error={errors.result}>
          <Select
            id="field-result"
            aria-describedby="field-result-note"
            disabled={shipped || !numeric}
            value={result}
            options={(numeric ? NUMBERS : [result]).map(kind => ({ value: kind, label: sayKind(kind) }))}
            onChange={kind => onChange({ result: kind })}
            style={{ width: "100%" }}
          />
        </FormRow>
      )}
      {(result === "decimal" || result === "percent") && (
        <FormRow id="field-scale" label={say("scale")} error={errors.scale}>
          <InputNumber
            id="field-scale"
            min={0}
            max={10}
            precision={0}
            disabled={shipped}
            value={draft.scale ?? 2}
            aria-describedby="field-scale-note"
            onChange={scale => onChange({ scale: scale ?? 0 })}
          />
        </FormRow>
      )}
    </>
  );
}

const settings: KindSettings = { kinds: ["formula"], Settings: Formula };
export default settings;
