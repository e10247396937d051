import { useId } from "react";
import type { Draft } from "~/kernel/api/contract";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { textOf } from "~/kernel/fields/registry";
import { sameValue } from "~/kernel/forms/draft";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import type { MyTask } from "./approvals";
import { approvalWords } from "./messages";
import { fieldsOf } from "./written";

interface Props {
  task: MyTask;
  object: string;
  typed: Draft;
  errors: Record<string, string>;
  onType: (typed: Draft) => void;
}

/** The fields that may be written while deciding, with what they are now beside what was typed. */
export function FillIn({ task, object, typed, errors, onType }: Props) {
  const say = useSay(approvalWords);
  const language = useLanguage();
  const prefix = useId();
  return (
    <fieldset className="approval-fill-in">
      <legend>{say("fillIn")}</legend>
      {fieldsOf(task).map(field => {
        const now = task.form.values[field.name] ?? null;
        const value = field.name in typed ? typed[field.name] : now;
        const text = textOf(field, now, language) || say("empty");
        return (
          <FormRow
            key={field.name}
            id={`${prefix}-${field.name}`}
            label={field.label}
            required={field.required}
            help={sameValue(value, now) ? field.help : say("now", { text })}
            error={errors[field.name]}
          >
            <FieldInput
              id={`${prefix}-${field.name}`}
              field={field}
              object={object}
              value={value}
              standing={now}
              invalid={Boolean(errors[field.name])}
              describedBy={`${prefix}-${field.name}-note`}
              onChange={next => onType({ ...typed, [field.name]: next })}
            />
          </FormRow>
        );
      })}
    </fieldset>
  );
}
