import { useId } from "react";
import type { Draft, Field } from "~/kernel/api/contract";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { textOf } from "~/kernel/fields/registry";
import { sameValue } from "~/kernel/forms/draft";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import type { MyTask } from "./approvals";
import { approvalWords } from "./messages";
import { fieldsOf, type Typed } from "./written";

interface Props {
  task: MyTask;
  object: string;
  typed: Typed;
  errors: Record<string, string>;
  onType: (typed: Typed) => void;
}

/** The fields that may be written while deciding, of the record and of its lines. */
export function FillIn({ task, object, typed, errors, onType }: Props) {
  const say = useSay(approvalWords);
  const { form } = task;
  return (
    <>
      {form.fields.length > 0 && (
        <fieldset className="approval-fill-in">
          <legend>{say("fillIn")}</legend>
          <Inputs
            fields={fieldsOf(form)}
            object={object}
            now={form.values as Draft}
            typed={typed.values}
            errors={errors}
            place=""
            onType={values => onType({ ...typed, values })}
          />
        </fieldset>
      )}
      {form.lines.map(kind =>
        kind.rows.map((row, at) => (
          <fieldset key={`${kind.name}-${row.id}`} className="approval-fill-in">
            <legend>{say("fillInLine", { label: kind.label, at: at + 1, title: row.title })}</legend>
            <Inputs
              fields={fieldsOf(kind)}
              object={object}
              now={row.values as Draft}
              typed={typed.lines[kind.name]?.[row.id] ?? {}}
              errors={errors}
              place={`${kind.name}[${at}].`}
              onType={values =>
                onType({
                  ...typed,
                  lines: { ...typed.lines, [kind.name]: { ...typed.lines[kind.name], [row.id]: values } },
                })
              }
            />
          </fieldset>
        )),
      )}
    </>
  );
}

interface InputsProps {
  fields: Field[];
  object: string;
  now: Draft;
  typed: Draft;
  errors: Record<string, string>;
  /** Before the name of a field where it is refused. */
  place: string;
  onType: (typed: Draft) => void;
}

/** Inputs, each with what it is now beside what was typed. */
function Inputs({ fields, object, now: there, typed, errors, place, onType }: InputsProps) {
  const say = useSay(approvalWords);
  const language = useLanguage();
  const prefix = useId();
  return fields.map(field => {
    const now = there[field.name] ?? null;
    const value = field.name in typed ? typed[field.name] : now;
    const text = textOf(field, now, language) || say("empty");
    const error = errors[place + field.name];
    return (
      <FormRow
        key={field.name}
        id={`${prefix}-${field.name}`}
        label={field.label}
        required={field.required}
        help={sameValue(value, now) ? field.help : say("now", { text })}
        error={error}
      >
        <FieldInput
          id={`${prefix}-${field.name}`}
          field={field}
          object={object}
          value={value}
          standing={now}
          invalid={Boolean(error)}
          describedBy={`${prefix}-${field.name}-note`}
          onChange={next => onType({ ...typed, [field.name]: next })}
        />
      </FormRow>
    );
  });
}
