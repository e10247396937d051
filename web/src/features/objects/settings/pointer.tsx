import { Select } from "antd";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { designWords } from "../messages";
import type { KindSettings, SettingsProps } from "./settings";

function Pointer({ draft, existing, errors, onChange }: SettingsProps) {
  const say = useSay(designWords);
  const objects = useCatalog().objects;
  return (
    <FormRow id="field-target" label={say("target")} error={errors.targets} required>
      <Select
        id="field-target"
        aria-describedby="field-target-note"
        disabled={existing}
        value={draft.targets?.[0]}
        showSearch={{ optionFilterProp: "label" }}
        options={objects.map(({ name, label }) => ({ value: name, label }))}
        onChange={target => onChange({ targets: [target] })}
        style={{ width: "100%" }}
      />
    </FormRow>
  );
}

const settings: KindSettings = { kinds: ["reference", "multiReference"], Settings: Pointer };
export default settings;
