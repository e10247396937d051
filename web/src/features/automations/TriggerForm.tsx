import { Checkbox, Input, InputNumber, Select } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { FieldFilter } from "~/kernel/fields/FieldFilter";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { DayForm } from "./DayForm";
import { designerWords } from "./messages";
import { TRIGGERS, type Trigger } from "./plan";
import { TimeInput } from "./SpanForm";

interface Props {
  object: BusinessObject;
  trigger: Trigger;
  /** What can happen to records of the object. */
  events: { name: string; label: string }[];
  errors: Record<string, string>;
  onChange: (trigger: Trigger) => void;
}

/** Kinds of fields that a value of a request can find a record by. */
const FINDING = new Set(["text", "phone", "email", "url", "autoNumber", "integer"]);

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** What makes a record begin. */
export function TriggerForm({ object, trigger, events, errors, onChange }: Props) {
  const say = useSay(designerWords);
  const set = (part: Partial<Trigger>) => onChange({ ...trigger, ...part });
  const field = object.fields.find(each => each.name === trigger.field);
  const fields = object.fields
    .filter(each => !each.system)
    .map(each => ({ value: each.name, label: each.label }));
  return (
    <>
      <FormRow id="trigger-kind" label={say("trigger")} required>
        <Select
          id="trigger-kind"
          value={trigger.kind}
          options={TRIGGERS.filter(kind => kind !== "event" || events.length > 0).map(kind => ({
            value: kind,
            label: say(kind),
          }))}
          onChange={kind => set({ kind })}
        />
      </FormRow>
      {trigger.kind === "created" && (
        <FormRow id="trigger-through" label={say("through")} error={errors["trigger.through"]}>
          <Select
            id="trigger-through"
            mode="multiple"
            value={trigger.through}
            options={[
              { value: "web", label: say("throughWeb") },
              { value: "intake", label: say("throughIntake") },
              { value: "import", label: say("throughImport") },
              { value: "api", label: say("throughApi") },
            ]}
            onChange={(through: string[]) => set({ through })}
          />
        </FormRow>
      )}
      {trigger.kind === "changed" && (
        <FormRow id="trigger-fields" label={say("fields")} error={errors["trigger.fields"]}>
          <Select
            id="trigger-fields"
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            value={trigger.fields}
            options={fields}
            onChange={(chosen: string[]) => set({ fields: chosen })}
          />
        </FormRow>
      )}
      {trigger.kind === "became" && (
        <>
          <FormRow id="trigger-field" label={say("field")} required error={errors["trigger.field"]}>
            <Select
              id="trigger-field"
              showSearch={{ optionFilterProp: "label" }}
              value={trigger.field}
              options={object.fields
                .filter(each => !each.system && each.operators?.includes("in"))
                .map(each => ({ value: each.name, label: each.label }))}
              onChange={next => set({ field: next, values: [] })}
            />
          </FormRow>
          {field && (
            <FormRow id="trigger-values" label={say("values")} required error={errors["trigger.values"]}>
              <FieldFilter
                id="trigger-values"
                field={field}
                object={object.name}
                operator="in"
                value={trigger.values}
                onChange={values => set({ values: Array.isArray(values) ? values : [] })}
              />
            </FormRow>
          )}
        </>
      )}
      {trigger.kind === "event" && (
        <FormRow id="trigger-events" label={say("events")} required error={errors["trigger.events"]}>
          <Select
            id="trigger-events"
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            value={trigger.events}
            options={events.map(event => ({ value: event.name, label: event.label }))}
            onChange={(chosen: string[]) => set({ events: chosen })}
          />
        </FormRow>
      )}
      {trigger.kind === "day" && <DayForm object={object} day={trigger} onChange={set} />}
      {trigger.kind === "day" && (errors["trigger.field"] || errors["trigger.days"]) && (
        <p className="form-row-error">{errors["trigger.field"] ?? errors["trigger.days"]}</p>
      )}
      {trigger.kind === "called" && (
        <>
          <FormRow id="trigger-field" label={say("findBy")} required error={errors["trigger.field"]}>
            <Select
              id="trigger-field"
              showSearch={{ optionFilterProp: "label" }}
              value={trigger.field}
              options={object.fields
                .filter(each => !each.system && each.operators?.includes("eq") && FINDING.has(each.kind))
                .map(each => ({ value: each.name, label: each.label }))}
              onChange={next => set({ field: next })}
            />
          </FormRow>
          <FormRow
            id="trigger-pointer"
            label={say("pointer")}
            help={say("pointerHelp")}
            required
            error={errors["trigger.pointer"]}
          >
            <Input
              id="trigger-pointer"
              autoComplete="off"
              placeholder="/order/number"
              value={trigger.pointer}
              onChange={event => set({ pointer: event.target.value.trim() })}
            />
          </FormRow>
        </>
      )}
      {trigger.kind === "button" && <p className="quiet">{say("buttonHelp")}</p>}
      {trigger.kind === "schedule" && <ScheduleForm trigger={trigger} errors={errors} set={set} />}
    </>
  );
}

function ScheduleForm({
  trigger,
  errors,
  set,
}: {
  trigger: Trigger;
  errors: Record<string, string>;
  set: (part: Partial<Trigger>) => void;
}) {
  const say = useSay(designerWords);
  const days = new Intl.DateTimeFormat(document.documentElement.lang || "zh", {
    weekday: "short",
    timeZone: "UTC",
  });
  return (
    <>
      <FormRow id="schedule-every" label={say("every")} required>
        <Select
          id="schedule-every"
          value={trigger.every}
          options={[
            { value: "day", label: say("everyDay") },
            { value: "week", label: say("everyWeek") },
            { value: "month", label: say("everyMonth") },
          ]}
          onChange={every => set({ every })}
        />
      </FormRow>
      {trigger.every === "week" && (
        <FormRow id="schedule-weekdays" label={say("weekdays")} required error={errors["trigger.weekdays"]}>
          <Select
            id="schedule-weekdays"
            mode="multiple"
            value={trigger.weekdays}
            // the fifth of January 2026 is a Monday
            options={WEEK.map((day, at) => ({ value: day, label: days.format(Date.UTC(2026, 0, 5 + at)) }))}
            onChange={(weekdays: string[]) => set({ weekdays })}
          />
        </FormRow>
      )}
      {trigger.every === "month" && (
        <FormRow id="schedule-day" label={say("dayOfMonth")} required error={errors["trigger.day"]}>
          <InputNumber
            id="schedule-day"
            min={1}
            max={31}
            precision={0}
            value={trigger.day}
            onChange={day => set({ day: day ?? 1 })}
          />
        </FormRow>
      )}
      <FormRow id="schedule-at" label={say("at")}>
        <TimeInput id="schedule-at" value={trigger.at} onChange={at => set({ at })} />
      </FormRow>
      <Checkbox checked={trigger.workdays} onChange={event => set({ workdays: event.target.checked })}>
        {say("workdays")}
      </Checkbox>
    </>
  );
}
