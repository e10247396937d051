import { Alert } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { Field, FieldProblem } from "~/kernel/api/contract";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { kindOf } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { FormRow } from "~/ui/FormRow";
import { DuplicateHints } from "./DuplicateHints";
import { formSections } from "./draft";
import { formWords } from "./messages";
import type { RecordForm } from "./useRecordForm";
import "./record-fields.css";

const SETTLING = 60;

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
  const latestSave = useRef(onSave);
  latestSave.current = onSave;
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
      // A form opened from this one lies within it for React, but is saved by itself.
      event.stopPropagation();
      (document.activeElement as HTMLElement | null)?.blur();
      // The input that had the focus settles its text first; calendars take a frame or two for it.
      setTimeout(() => latestSave.current(), SETTLING);
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
        event.stopPropagation();
        onSave();
      }}
    >
      {form.refusal && <Alert type="error" showIcon title={form.refusal} role="alert" />}
      {form.staleDialog}
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
      <FormRow
        id={id}
        label={field.label}
        required={field.required}
        help={field.help}
        error={error && <FieldError problem={error} />}
      >
        <FieldInput
          id={id}
          field={field}
          object={form.object.name}
          value={form.draft[field.name] ?? null}
          standing={form.record?.[field.name] ?? null}
          autoFocus={autoFocus}
          invalid={Boolean(error)}
          describedBy={`${id}-note`}
          onChange={value => form.set(field.name, value)}
        />
      </FormRow>
    </div>
  );
}

/** What is wrong, with a way to the record that stands in the way. */
function FieldError({ problem: { message, existing } }: { problem: FieldProblem }) {
  const say = useSay(formWords);
  return (
    <>
      {message}{" "}
      {existing && (
        <Link href={addressOf.record(existing.object, existing.id)} target="_blank">
          {say("showExisting")}
        </Link>
      )}
    </>
  );
}
