import { Select } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { useSmsTemplates } from "~/kernel/sending/smsTemplates";
import { FormRow } from "~/ui/FormRow";
import { designerWords } from "./messages";
import type { StepDraft } from "./plan";
import { WordsInput } from "./WordsInput";

interface Props {
  object: BusinessObject;
  step: StepDraft;
  onChange: (part: Partial<StepDraft>) => void;
}

/** Whom a step texts, by which template, and what stands in its gaps. */
export function SmsForm({ object, step, onChange }: Props) {
  const say = useSay(designerWords);
  const templates = useSmsTemplates();
  const all = templates.data?.items ?? [];
  const chosen = all.find(each => each.id === step.template);
  return (
    <>
      <FormRow id="step-to" label={say("smsTo")} help={say("smsToHelp")} required>
        <Select
          id="step-to"
          value={step.to}
          options={object.fields
            .filter(field => field.kind === "phone")
            .map(field => ({ value: field.name, label: field.label }))}
          onChange={to => onChange({ to })}
        />
      </FormRow>
      <FormRow
        id="step-template"
        label={say("smsTemplate")}
        required
        help={
          chosen?.text ??
          (templates.isSuccess && all.length === 0 && (
            <Link href="/settings/system">{say("noTemplates")}</Link>
          ))
        }
      >
        <Select
          id="step-template"
          value={chosen?.id}
          options={all.map(each => ({ value: each.id, label: each.name }))}
          onChange={template => onChange({ template })}
        />
      </FormRow>
      {chosen?.gaps.map(gap => (
        <FormRow key={gap} id={`step-gap-${gap}`} label={say("gap", { gap })} help={say("gapHelp")} required>
          <WordsInput
            id={`step-gap-${gap}`}
            object={object}
            maxLength={100}
            value={step.gaps[gap] ?? ""}
            onChange={text => onChange({ gaps: { ...step.gaps, [gap]: text } })}
          />
        </FormRow>
      ))}
    </>
  );
}
