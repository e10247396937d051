import { Input, Select } from "antd";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { designWords } from "../messages";
import type { KindSettings, SettingsProps } from "./settings";

function Pointer({ draft, object, existing, errors, onChange }: SettingsProps) {
  const say = useSay(designWords);
  const objects = useCatalog().objects;
  return (
    <>
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
      {object.startsWith("x-") && draft.kind === "reference" && (
        <FormRow
          id="field-relation"
          label={say("relation")}
          error={errors.relation}
          help={say("relationNote")}
        >
          <Input
            id="field-relation"
            disabled={existing}
            placeholder={say("relationLabel")}
            value={draft.relation?.zh ?? ""}
            aria-describedby="field-relation-note"
            onChange={event =>
              onChange({ relation: event.target.value ? { zh: event.target.value, en: "" } : null })
            }
          />
        </FormRow>
      )}
    </>
  );
}

const settings: KindSettings = { kinds: ["reference", "multiReference"], Settings: Pointer };
export default settings;
