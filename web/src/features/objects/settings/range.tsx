import { Input, InputNumber } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { designWords } from "../messages";
import type { KindSettings, SettingsProps } from "./settings";

function Range({ draft, shipped, errors, onChange }: SettingsProps) {
  const say = useSay(designWords);
  return (
    <>
      {(["min", "max"] as const).map(key => (
        <FormRow key={key} id={`field-${key}`} label={say(key)} error={errors[key]}>
          <Input
            id={`field-${key}`}
            inputMode="decimal"
            disabled={shipped}
            value={draft[key] ?? ""}
            aria-describedby={`field-${key}-note`}
            onChange={event => onChange({ [key]: event.target.value || null })}
          />
        </FormRow>
      ))}
      {draft.kind !== "integer" && (
        <FormRow id="field-scale" label={say("scale")} error={errors.scale}>
          <InputNumber
            id="field-scale"
            min={0}
            max={10}
            precision={0}
            disabled={shipped}
            value={draft.scale ?? (draft.kind === "score" ? 1 : 2)}
            aria-describedby="field-scale-note"
            onChange={value => onChange({ scale: value ?? 0 })}
          />
        </FormRow>
      )}
    </>
  );
}

const settings: KindSettings = { kinds: ["integer", "decimal", "percent", "score"], Settings: Range };
export default settings;
