import { AutoComplete, Checkbox, Input } from "antd";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { DefaultRow } from "./DefaultRow";
import { type Design, type DesignedField, type FieldDraft, wordsIn } from "./design";
import { FieldPreview } from "./FieldPreview";
import { kindName } from "./FieldsTable";
import { designWords, kindWords } from "./messages";
import { settingsFor } from "./settings/settings";

interface Props {
  draft: FieldDraft;
  /** The draft of the configuration in which it is being set. */
  within: string | null;
  /** As it is kept; absent for a new one. */
  field?: DesignedField;
  design: Design;
  errors: Record<string, string>;
  onChange: (change: Partial<FieldDraft>) => void;
}

const TICKS = ["required", "unique", "searched", "listed", "headline", "indexed"] as const;
/** What a company may say of a field that comes with the product. */
const SAID_OF_SHIPPED = new Set<string>(["required", "listed", "headline"]);
/** Nobody fills these in. */
const COMPUTED = new Set(["formula", "rollup"]);
const NAMED = new Set(["text", "phone", "email", "url", "autoNumber"]);

/** Everything about one field, with what it will look like. */
export function FieldForm({ draft, within, field, design, errors, onChange }: Props) {
  const say = useSay(designWords);
  const sayKind = useSay(kindWords);
  const language = useLanguage();
  const computed = COMPUTED.has(draft.kind);
  const shipped = field !== undefined && !field.own;
  const Settings = settingsFor(draft.kind);

  function applies(tick: (typeof TICKS)[number]): boolean {
    if (computed) return tick === "listed" || tick === "headline";
    if (tick === "unique") return NAMED.has(draft.kind);
    if (tick === "searched") return NAMED.has(draft.kind) || draft.kind === "longText";
    return true;
  }

  return (
    <div className="design-form">
      {!computed && <FieldPreview draft={draft} object={design.object} />}
      <WordsRows draft={draft} errors={errors} onChange={onChange} />
      <FormRow id="field-kind" label={say("kind")} error={errors.kind}>
        <Input
          id="field-kind"
          value={kindName(draft.kind, sayKind)}
          disabled
          aria-describedby="field-kind-note"
        />
      </FormRow>
      <FormRow
        id="field-name"
        label={say("name")}
        error={errors.name}
        help={field ? undefined : say("nameNote")}
      >
        <Input
          id="field-name"
          value={draft.name}
          disabled={field !== undefined}
          autoComplete="off"
          placeholder="c_…"
          aria-describedby="field-name-note"
          onChange={event => onChange({ name: event.target.value })}
        />
      </FormRow>
      {!shipped && (
        <FormRow id="field-section" label={say("section")} error={errors.section} help={say("sectionNote")}>
          <AutoComplete
            id="field-section"
            aria-describedby="field-section-note"
            value={wordsIn(draft.section, language)}
            options={design.sections.map(section => ({ value: wordsIn(section, language) }))}
            onChange={zh =>
              onChange({
                section: design.sections.find(each => wordsIn(each, language) === zh) ?? { zh, en: "" },
              })
            }
            style={{ width: "100%" }}
          />
        </FormRow>
      )}
      {Settings && (
        <Settings
          draft={draft}
          object={design.object}
          within={within}
          existing={field !== undefined}
          shipped={shipped}
          errors={errors}
          onChange={onChange}
        />
      )}
      {!shipped && !computed && (
        <DefaultRow draft={draft} object={design.object} error={errors.default} onChange={onChange} />
      )}
      <fieldset className="design-ticks form-row-wide">
        <legend>{say("marks")}</legend>
        {TICKS.filter(applies)
          .filter(tick => !shipped || SAID_OF_SHIPPED.has(tick))
          .map(tick => (
            <div key={tick}>
              <Checkbox
                checked={draft[tick]}
                disabled={tick === "required" && shipped && field.required}
                onChange={event => onChange({ [tick]: event.target.checked })}
              >
                {say(tick)}
              </Checkbox>
              <TickNote tick={tick} error={errors[tick]} />
            </div>
          ))}
      </fieldset>
    </div>
  );
}

function TickNote({ tick, error }: { tick: (typeof TICKS)[number]; error?: string }) {
  const say = useSay(designWords);
  if (error) {
    return (
      <div className="form-row-error" role="alert">
        {error}
      </div>
    );
  }
  if (tick === "required") return <div className="form-row-help">{say("requiredNote")}</div>;
  if (tick === "searched") return <div className="form-row-help">{say("searchedNote")}</div>;
  if (tick === "indexed") return <div className="form-row-help">{say("indexedNote")}</div>;
  return null;
}

function WordsRows({ draft, errors, onChange }: Pick<Props, "draft" | "errors" | "onChange">) {
  const say = useSay(designWords);
  const help = draft.help ?? { zh: "", en: "" };
  return (
    <>
      <FormRow id="field-zh" label={say("labelZh")} error={errors.label ?? errors["label.zh"]} required>
        <Input
          id="field-zh"
          autoFocus
          autoComplete="off"
          value={draft.label.zh}
          aria-describedby="field-zh-note"
          onChange={event => onChange({ label: { ...draft.label, zh: event.target.value } })}
        />
      </FormRow>
      <FormRow id="field-en" label={say("labelEn")} error={errors["label.en"]}>
        <Input
          id="field-en"
          autoComplete="off"
          value={draft.label.en}
          aria-describedby="field-en-note"
          onChange={event => onChange({ label: { ...draft.label, en: event.target.value } })}
        />
      </FormRow>
      <FormRow id="field-help-zh" label={say("helpZh")} error={errors.help ?? errors["help.zh"]}>
        <Input
          id="field-help-zh"
          autoComplete="off"
          value={help.zh}
          aria-describedby="field-help-zh-note"
          onChange={event => onChange({ help: { ...help, zh: event.target.value } })}
        />
      </FormRow>
      <FormRow id="field-help-en" label={say("helpEn")} error={errors["help.en"]}>
        <Input
          id="field-help-en"
          autoComplete="off"
          value={help.en}
          aria-describedby="field-help-en-note"
          onChange={event => onChange({ help: { ...help, en: event.target.value } })}
        />
      </FormRow>
    </>
  );
}
