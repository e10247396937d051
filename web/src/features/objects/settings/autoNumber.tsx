import { Input } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { designWords } from "../messages";
import type { KindSettings, SettingsProps } from "./settings";

function Pattern({ draft, shipped, errors, onChange }: SettingsProps) {
  const say = useSay(designWords);
  return (
    <FormRow
      id="field-pattern"
      label={say("pattern")}
      error={errors.pattern}
      help={say("patternNote", { example: "P{yyyyMM}{0000}" })}
    >
      <Input
        id="field-pattern"
        disabled={shipped}
        placeholder="{yyyyMM}{0000}"
        value={draft.pattern ?? ""}
        aria-describedby="field-pattern-note"
        onChange={event => onChange({ pattern: event.target.value || undefined })}
      />
    </FormRow>
  );
}

const settings: KindSettings = { kinds: ["autoNumber"], Settings: Pattern };
export default settings;
