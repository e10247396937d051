import { Select } from "antd";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { kindOf } from "~/kernel/fields/registry";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { type FieldDraft, previewOf } from "./design";
import { designWords } from "./messages";

interface Props {
  draft: FieldDraft;
  object: string;
  error?: string;
  onChange: (change: Partial<FieldDraft>) => void;
}

const WITHOUT = new Set([
  "autoNumber",
  "reference",
  "multiReference",
  "link",
  "files",
  "department",
  "json",
  "richText",
  "address",
  "location",
]);
const TIMES = new Set(["date", "dateTime"]);

type Way = "none" | "fixed" | "now" | "currentUser";

/** What a new record holds where nothing is given. */
export function DefaultRow({ draft, object, error, onChange }: Props) {
  const say = useSay(designWords);
  const language = useLanguage();
  if (WITHOUT.has(draft.kind)) return null;
  const way = wayOf(draft.default);
  const field = previewOf(draft, language);

  function choose(chosen: Way) {
    if (chosen === "none") onChange({ default: null });
    else if (chosen === "fixed") onChange({ default: "" });
    else onChange({ default: { is: chosen } });
  }

  return (
    <FormRow id="field-default" label={say("defaultValue")} error={error}>
      <div className="design-default">
        <Select
          id="field-default"
          aria-label={say("defaultIs")}
          aria-describedby="field-default-note"
          value={way}
          options={[
            { value: "none", label: say("defaultNone") },
            ...(TIMES.has(draft.kind) ? [{ value: "now", label: say("defaultNow") }] : []),
            ...(draft.kind === "user"
              ? [{ value: "currentUser", label: say("defaultMe") }]
              : [{ value: "fixed", label: say("defaultFixed") }]),
          ]}
          onChange={choose}
        />
        {way === "fixed" && (
          <FieldInput
            id="field-default-value"
            field={{ ...field, label: say("defaultFixed") }}
            object={object}
            value={draft.default === "" ? null : draft.default}
            onChange={value =>
              onChange({ default: value === null ? "" : (kindOf(field).toWire?.(value) ?? value) })
            }
          />
        )}
      </div>
    </FormRow>
  );
}

function wayOf(value: unknown): Way {
  if (value === null || value === undefined) return "none";
  const is = typeof value === "object" && "is" in value ? value.is : null;
  return is === "now" || is === "currentUser" ? is : "fixed";
}
