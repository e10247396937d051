import { Alert } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { Field } from "~/kernel/api/contract";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { kindOf } from "~/kernel/fields/registry";
import { FormRow } from "~/ui/FormRow";
import { DuplicateHints } from "./DuplicateHints";
import { formSections } from "./draft";
import { StaleChoice } from "./StaleChoice";
import type { RecordForm } from "./useRecordForm";
import "./record-fields.css";

interface Props {
  form: RecordForm;
  /** Ctrl+Enter, and Enter on the button of type submit. */
  onSave: () => void;
  /** Only these fields, for forms that ask for little. */
  only?: string[];
  autoFocus?: boolean;
  children?: ReactNode;
}

/** The fields of an object to fill in, section by section, with the errors beside them. */
export function RecordFields({ form, onSave, only, autoFocus = true, children }: Props) {
  const prefix = useId();
  const element = useRef<HTMLFormElement>(null);
  const sections = formSections(form.object)
    .map(section => ({
      ...section,
      fields: section.fields.filter(field => !only || only.includes(field.name)),
    }))
    .filter(section => section.fields.length > 0);
  const first = autoFocus ? sections[0]?.fields[0]?.name : undefined;
  const wrong = Object.keys(form.errors)[0];

  useEffect(() => {
    if (wrong)
      element.current
        ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wrong)}"] :is(input,textarea,button)`)
        ?.focus();
  }, [wrong]);

  function saveByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      (document.activeElement as HTMLElement | null)?.blur();
      // The input that had the focus settles its text first.
      setTimeout(onSave);
    }
  }

  return (
    <form
      ref={element}
      className="record-form"
      noValidate
      onKeyDown={saveByKey}
      onSubmit={event => {
        event.preventDefault();
        onSave();
      }}
    >
      {form.refusal && <Alert type="error" showIcon title={form.refusal} role="alert" />}
      {form.conflict && <StaleChoice form={form} conflict={form.conflict} />}
      <DuplicateHints form={form} />
      {sections.map(section => (
        <fieldset key={section.label}>
          {sections.length > 1 && <legend>{section.label}</legend>}
          <div className="record-form-grid">
            {section.fields.map(field => (
              <FieldRow
                key={field.name}
                form={form}
                field={field}
                prefix={prefix}
                autoFocus={field.name === first}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {children}
    </form>
  );
}

function FieldRow({
  form,
  field,
  prefix,
  autoFocus,
}: {
  form: RecordForm;
  field: Field;
  prefix: string;
  autoFocus: boolean;
}) {
  const id = `${prefix}-${field.name}`;
  const error = form.errors[field.name];
  return (
    <div data-field={field.name} className={kindOf(field).wide ? "record-form-wide" : undefined}>
      <FormRow id={id} label={field.label} required={field.required} help={field.help} error={error}>
        <FieldInput
          id={id}
          field={field}
          object={form.object.name}
          value={form.draft[field.name] ?? null}
          autoFocus={autoFocus}
          invalid={Boolean(error)}
          describedBy={`${id}-note`}
          onChange={value => form.set(field.name, value)}
        />
      </FormRow>
    </div>
  );
}
