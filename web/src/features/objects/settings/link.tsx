import { Select } from "antd";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { capabilityWords, designWords } from "../messages";
import type { KindSettings, SettingsProps } from "./settings";

function Link({ draft, existing, errors, onChange }: SettingsProps) {
  const say = useSay(designWords);
  const sayCapability = useSay(capabilityWords);
  const offered = new Set(useCatalog().objects.flatMap(object => object.capabilities));
  const known = (Object.keys(capabilityWords) as (keyof typeof capabilityWords)[]).filter(name =>
    offered.has(name),
  );
  return (
    <FormRow
      id="field-capability"
      label={say("capability")}
      error={errors.capability ?? errors.targets}
      required
    >
      <Select
        id="field-capability"
        aria-describedby="field-capability-note"
        disabled={existing}
        value={draft.capability}
        options={known.map(name => ({ value: name, label: sayCapability(name) }))}
        onChange={capability => onChange({ capability })}
        style={{ width: "100%" }}
      />
    </FormRow>
  );
}

const settings: KindSettings = { kinds: ["link"], Settings: Link };
export default settings;
