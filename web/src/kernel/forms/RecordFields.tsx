import { Alert } from "antd";
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { Field, FieldProblem } from "~/kernel/api/contract";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { kindOf } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { LINES, useDocumentLines } from "~/kernel/overrides/overrides";
import { Foldable } from "~/ui/Foldable";
import { FormRow } from "~/ui/FormRow";
import { DuplicateHints } from "./DuplicateHints";
import { askedBesides, type FormPart, formParts } from "./draft";
import { formWords } from "./messages";
import type { RecordForm } from "./useRecordForm";
import "./record-fields.css";

const SETTLING = 60;

interface Props {
  form: RecordForm;
  /** Ctrl+Enter, and Enter on the button of type submit. */
  onSave: () => void;
  /** Only these fields, for forms that ask for little; lines, where there are any, go by {@link LINES}. */
  only?: string[];
  autoFocus?: boolean;
  children?: ReactNode;
}

/** The fields of an object to fill in, section by section, with the errors beside them. */
export function RecordFields({ form, onSave, only, autoFocus = true, children }: Props) {
  const prefix = useId();
  const lines = useDocumentLines(form.object);
  const element = useRef<HTMLFormElement>(null);
  const sections = partsOf(form, only);
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
      {sections.map((section, at) => (
        <Fragment key={section.label}>
          <FormPartFields
            part={section}
            named={sections.length > 1}
            folded={section.collapsed && !section.fields.some(field => form.errors[field.name])}
          >
            {section.fields.map(field => (
              <FieldRow
                key={field.name}
                form={form}
                field={field}
                wide={section.wide.includes(field.name)}
                prefix={prefix}
                autoFocus={field.name === first}
              />
            ))}
          </FormPartFields>
          {/* Right below the basics, which decide about all of them. */}
          {lines && at === 0 && (!only || only.includes(LINES)) && <lines.Editor form={form} />}
        </Fragment>
      ))}
      {children}
    </form>
  );
}

/** The parts of the layout, then what is asked for besides; or only the fields that are wanted. */
function partsOf(form: RecordForm, only: string[] | undefined): FormPart[] {
  const parts = formParts(form.object, form.draft, form.states);
  if (only) {
    return parts
      .map(part => ({ ...part, fields: part.fields.filter(field => only.includes(field.name)) }))
      .filter(part => part.fields.length > 0);
  }
  const besides = askedBesides(form.object, parts, [...form.states.required, ...Object.keys(form.errors)]);
  if (besides.length === 0) return parts;
  return [...parts, { label: "", fields: besides, columns: 2, collapsed: false, wide: [] }];
}

interface FormPartProps {
  part: FormPart;
  named: boolean;
  folded: boolean;
  children: ReactNode;
}

function FormPartFields({ part, named, folded, children }: FormPartProps) {
  const say = useSay(formWords);
  const label = part.label || say("alsoAsked");
  const grid = (
    <div className="record-form-grid" data-columns={part.columns}>
      {children}
    </div>
  );
  if (part.collapsed) {
    return (
      <Foldable label={label} folded={folded}>
        <fieldset aria-label={label}>{grid}</fieldset>
      </Foldable>
    );
  }
  return (
    <fieldset>
      {named && <legend>{label}</legend>}
      {grid}
    </fieldset>
  );
}

interface FieldRowProps {
  form: RecordForm;
  field: Field;
  wide: boolean;
  prefix: string;
  autoFocus: boolean;
}

function FieldRow({ form, field, wide, prefix, autoFocus }: FieldRowProps) {
  const say = useSay(formWords);
  const id = `${prefix}-${field.name}`;
  const error = form.errors[field.name];
  const required = field.required || form.states.required.has(field.name);
  const locked = form.states.locked.has(field.name);
  return (
    <div data-field={field.name} className={wide || kindOf(field).wide ? "record-form-wide" : undefined}>
      <FormRow
        id={id}
        label={field.label}
        required={required && !locked}
        help={locked ? say("locked") : field.help}
        error={error && <FieldError problem={error} />}
      >
        {locked ? (
          <output id={id} className="record-form-locked" aria-describedby={`${id}-note`}>
            <FieldCell
              field={field}
              value={form.draft[field.name]}
              record={form.record}
              object={form.object.name}
            />
          </output>
        ) : (
          <FieldInput
            id={id}
            field={required === field.required ? field : { ...field, required }}
            object={form.object.name}
            value={form.draft[field.name] ?? null}
            standing={form.record?.[field.name] ?? null}
            autoFocus={autoFocus}
            invalid={Boolean(error)}
            describedBy={`${id}-note`}
            onChange={value => form.set(field.name, value)}
          />
        )}
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
