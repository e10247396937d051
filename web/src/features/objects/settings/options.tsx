import { useSay } from "~/kernel/i18n/language";
import { designWords } from "../messages";
import { OptionsEditor } from "../OptionsEditor";
import type { KindSettings, SettingsProps } from "./settings";

function Options({ draft, errors, onChange }: SettingsProps) {
  const say = useSay(designWords);
  const wrong = Object.entries(errors).find(([key]) => key.startsWith("options"))?.[1];
  return (
    <fieldset className="design-options form-row-wide">
      <legend>{say("options")}</legend>
      {wrong && (
        <p className="form-row-error" role="alert">
          {wrong}
        </p>
      )}
      <OptionsEditor
        options={draft.options ?? []}
        tree={draft.kind === "treeChoice"}
        onChange={options => onChange({ options })}
      />
    </fieldset>
  );
}

const settings: KindSettings = { kinds: ["choice", "multiChoice", "treeChoice"], Settings: Options };
export default settings;
