import { useState } from "react";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { type FieldDraft, previewOf } from "./design";
import { designWords } from "./messages";

/** The field as it will stand in the form; what is typed here goes nowhere. */
export function FieldPreview({ draft, object }: { draft: FieldDraft; object: string }) {
  const say = useSay(designWords);
  const language = useLanguage();
  const [value, setValue] = useState<unknown>(null);
  const field = previewOf(draft, language);
  return (
    <section className="design-preview form-row-wide" aria-label={say("preview")}>
      <h3>
        {say("preview")} <span className="quiet">{say("previewText")}</span>
      </h3>
      <FormRow
        id="field-preview"
        label={field.label || say("unnamed")}
        required={field.required}
        help={field.help}
      >
        <FieldInput
          id="field-preview"
          field={field}
          object={object}
          value={value}
          onChange={setValue}
          describedBy="field-preview-note"
        />
      </FormRow>
    </section>
  );
}
