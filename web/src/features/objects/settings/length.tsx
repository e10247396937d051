import { InputNumber } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { designWords } from "../messages";
import type { KindSettings, SettingsProps } from "./settings";

function Length({ draft, shipped, errors, onChange }: SettingsProps) {
  const say = useSay(designWords);
  return (
    <FormRow id="field-length" label={say("maxLength")} error={errors.maxLength}>
      <InputNumber
        id="field-length"
        min={1}
        precision={0}
        disabled={shipped}
        value={draft.maxLength}
        aria-describedby="field-length-note"
        onChange={value => onChange({ maxLength: value ?? undefined })}
      />
    </FormRow>
  );
}

const settings: KindSettings = { kinds: ["text", "longText", "url"], Settings: Length };
export default settings;
