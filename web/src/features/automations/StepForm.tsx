import { Input, InputNumber, Select } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { Link } from "~/kernel/navigation/navigation";
import { FormRow } from "~/ui/FormRow";
import { DayForm } from "./DayForm";
import { designerWords } from "./messages";
import type { StepDraft } from "./plan";
import { SmsForm } from "./SmsForm";
import { SpanForm } from "./SpanForm";
import { useWebhookNames } from "./useWebhookNames";
import { ValuesForm } from "./ValuesForm";
import { WhomForm } from "./WhomForm";
import { WordsInput } from "./WordsInput";

interface Props {
  object: BusinessObject;
  step: StepDraft;
  commands: { name: string; label: string }[];
  /** Does a request begin it, whose values can be used? */
  called: boolean;
  onChange: (part: Partial<StepDraft>) => void;
}

/** What there is to set about one step. */
export function StepForm(props: Props) {
  const { object, step, called, onChange } = props;
  const say = useSay(designerWords);
  switch (step.kind) {
    case "change":
      return (
        <ValuesForm
          object={object}
          target={object}
          values={step.values}
          called={called}
          onChange={values => onChange({ values })}
        />
      );
    case "create":
      return <CreateForm {...props} />;
    case "task":
      return <TaskForm {...props} />;
    case "tell":
      return <TellForm {...props} />;
    case "mail":
      return <MailForm {...props} />;
    case "sms":
      return <SmsForm {...props} />;
    case "submit":
      return (
        <FormRow id="step-comment" label={say("comment")}>
          <Input.TextArea
            id="step-comment"
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={step.comment}
            onChange={event => onChange({ comment: event.target.value })}
          />
        </FormRow>
      );
    case "webhook":
      return <WebhookForm {...props} />;
    case "command":
      return <CommandForm {...props} />;
    case "wait":
      return <SpanForm label={say("span")} span={step.span} onChange={span => onChange({ span })} />;
    case "waitForDay":
      return <DayForm object={object} day={step} onChange={onChange} />;
    case "until":
      return (
        <>
          <fieldset className="flow-when">
            <legend>{say("condition")}</legend>
            <FilterBuilder
              object={object}
              filter={step.condition}
              onChange={condition => onChange({ condition })}
            />
          </fieldset>
          <SpanForm label={say("atMost")} span={step.span} onChange={span => onChange({ span })} />
        </>
      );
    default:
      return null;
  }
}

function CreateForm({ object, step, called, onChange }: Props) {
  const say = useSay(designerWords);
  const catalog = useCatalog();
  const target = catalog.find(step.object ?? "");
  return (
    <>
      <FormRow id="step-object" label={say("object")} required>
        <Select
          id="step-object"
          showSearch={{ optionFilterProp: "label" }}
          value={step.object}
          options={catalog.objects
            .filter(each => each.verbs.create)
            .map(each => ({ value: each.name, label: each.label }))}
          onChange={next => onChange({ object: next, values: {} })}
        />
      </FormRow>
      {target && (
        <ValuesForm
          object={object}
          target={target}
          values={step.values}
          called={called}
          onChange={values => onChange({ values })}
        />
      )}
    </>
  );
}

function TaskForm({ object, step, onChange }: Props) {
  const say = useSay(designerWords);
  return (
    <>
      <FormRow id="step-title" label={say("title")} required>
        <WordsInput
          id="step-title"
          object={object}
          maxLength={100}
          value={step.title}
          onChange={title => onChange({ title })}
        />
      </FormRow>
      <WhomForm object={object} label={say("whom")} whom={step.whom} onChange={whom => onChange({ whom })} />
      <div className="flow-pair">
        <FormRow id="step-days" label={say("dueDays")}>
          <InputNumber
            id="step-days"
            min={0}
            max={366}
            precision={0}
            value={step.days}
            onChange={days => onChange({ days: days ?? 0 })}
          />
        </FormRow>
        <FormRow id="step-priority" label={say("priority")}>
          <Select
            id="step-priority"
            value={step.priority}
            options={(["urgent", "high", "normal", "low"] as const).map(priority => ({
              value: priority,
              label: say(priority),
            }))}
            onChange={priority => onChange({ priority })}
          />
        </FormRow>
      </div>
    </>
  );
}

function TellForm({ object, step, onChange }: Props) {
  const say = useSay(designerWords);
  return (
    <>
      <WhomForm
        object={object}
        label={say("whomTell")}
        whom={step.whom}
        onChange={whom => onChange({ whom })}
      />
      <FormRow id="step-title" label={say("title")} required>
        <Input
          id="step-title"
          maxLength={100}
          autoComplete="off"
          value={step.title}
          onChange={event => onChange({ title: event.target.value })}
        />
      </FormRow>
      <FormRow id="step-text" label={say("textOf")}>
        <WordsInput
          id="step-text"
          object={object}
          rows={3}
          maxLength={2000}
          value={step.text}
          onChange={text => onChange({ text })}
        />
      </FormRow>
    </>
  );
}

function MailForm({ object, step, onChange }: Props) {
  const say = useSay(designerWords);
  const addresses = object.fields.filter(field => field.kind === "email");
  return (
    <>
      {addresses.length > 0 && (
        <FormRow id="step-to" label={say("mailTo")}>
          <Select
            id="step-to"
            allowClear
            value={step.to}
            options={addresses.map(field => ({ value: field.name, label: field.label }))}
            onChange={to => onChange({ to: to ?? null })}
          />
        </FormRow>
      )}
      <WhomForm
        object={object}
        label={say("mailWhom")}
        whom={step.whom}
        onChange={whom => onChange({ whom })}
      />
      <FormRow id="step-title" label={say("title")} required>
        <WordsInput
          id="step-title"
          object={object}
          maxLength={100}
          value={step.title}
          onChange={title => onChange({ title })}
        />
      </FormRow>
      <FormRow id="step-text" label={say("textOf")} required>
        <WordsInput
          id="step-text"
          object={object}
          rows={4}
          maxLength={2000}
          value={step.text}
          onChange={text => onChange({ text })}
        />
      </FormRow>
    </>
  );
}

function WebhookForm({ object, step, onChange }: Props) {
  const say = useSay(designerWords);
  const webhooks = useWebhookNames();
  return (
    <>
      <FormRow
        id="step-endpoint"
        label={say("endpoint")}
        required
        help={webhooks.length === 0 && <Link href="/settings/webhooks">{say("noEndpoints")}</Link>}
      >
        <Select
          id="step-endpoint"
          value={step.endpoint}
          options={webhooks.map(each => ({ value: each.id, label: each.name }))}
          onChange={endpoint => onChange({ endpoint })}
        />
      </FormRow>
      <FormRow id="step-fields" label={say("sentFields")} help={say("sentFieldsHelp")}>
        <Select
          id="step-fields"
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          value={step.fields}
          options={object.fields
            .filter(each => !each.system)
            .map(each => ({ value: each.name, label: each.label }))}
          onChange={(fields: string[]) => onChange({ fields })}
        />
      </FormRow>
    </>
  );
}

function CommandForm({ object, step, commands, onChange }: Props) {
  const say = useSay(designerWords);
  const input = object.commands.find(command => command.name === step.command)?.input ?? [];
  return (
    <>
      <FormRow id="step-command" label={say("chooseCommand")} required>
        <Select
          id="step-command"
          value={step.command}
          options={commands.map(command => ({ value: command.name, label: command.label }))}
          onChange={command => onChange({ command, input: {} })}
        />
      </FormRow>
      {input.map(field => (
        <FormRow
          key={field.name}
          id={`input-${field.name}`}
          label={field.label}
          required={field.required}
          help={field.help}
        >
          <FieldInput
            id={`input-${field.name}`}
            field={field}
            object={object.name}
            value={step.input[field.name] ?? null}
            onChange={value => onChange({ input: { ...step.input, [field.name]: value } })}
          />
        </FormRow>
      ))}
    </>
  );
}
