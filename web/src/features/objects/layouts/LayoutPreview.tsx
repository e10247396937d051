import { useMemo, useState } from "react";
import type { Draft } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { fieldStates } from "~/kernel/conditions/fieldRules";
import { RecordFields } from "~/kernel/forms/RecordFields";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import type { Design } from "../design";
import { type Layout, previewObject, useFieldRules } from "./layouts";
import { layoutWords } from "./messages";

interface Props {
  design: Design;
  draft: string | null;
  layout: Layout;
}

/** The form as those roles will fill it in, with its conditions and rules at work; what is typed here goes nowhere. */
export function LayoutPreview({ design, draft: within, layout }: Props) {
  const say = useSay(layoutWords);
  const language = useLanguage();
  const live = useObject(design.object);
  const rules = useFieldRules(design.object, within).data?.rules;
  const [draft, setDraft] = useState<Draft>({});
  const object = useMemo(
    () => previewObject(design, layout, rules ?? [], live, language),
    [design, layout, rules, live, language],
  );
  const states = useMemo(() => fieldStates(object, draft), [object, draft]);
  return (
    <section className="layout-preview" aria-label={say("preview")}>
      <h3>
        {say("preview")} <span className="quiet">{say("previewText")}</span>
      </h3>
      <RecordFields
        autoFocus={false}
        onSave={() => {}}
        form={{
          object,
          record: undefined,
          draft,
          states,
          errors: {},
          refusal: null,
          staleDialog: null,
          dirty: false,
          saving: false,
          set: (field, value) => setDraft(now => ({ ...now, [field]: value })),
          save: async () => null,
          reset: () => setDraft({}),
        }}
      />
    </section>
  );
}
