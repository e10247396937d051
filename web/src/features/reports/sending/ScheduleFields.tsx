import { Checkbox, Input, Select } from "antd";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { sendingWords } from "./messages";
import { LAST_DAY, type Schedule, WEEK } from "./subscriptions";

interface Props {
  id: string;
  schedule: Schedule;
  errors: Record<string, string>;
  onChange: (change: Partial<Schedule>) => void;
}

/** When it is sent. */
export function ScheduleFields({ id, schedule, errors, onChange }: Props) {
  const say = useSay(sendingWords);
  const names = new Intl.DateTimeFormat(useLanguage(), { weekday: "short", timeZone: "UTC" });
  return (
    <>
      <div className="sending-schedule">
        <FormRow id={`${id}-every`} label={say("every")} error={errors["schedule.every"]}>
          <Select
            id={`${id}-every`}
            value={schedule.every}
            options={(["day", "week", "month"] as const).map(value => ({ value, label: say(value) }))}
            onChange={every => onChange({ every })}
          />
        </FormRow>
        {schedule.every === "month" && (
          <FormRow id={`${id}-day`} label={say("dayOfMonth")} error={errors["schedule.day"]}>
            <Select
              id={`${id}-day`}
              value={schedule.day}
              options={Array.from({ length: LAST_DAY }, (_, index) => index + 1).map(value => ({
                value,
                label: value === LAST_DAY ? say("lastDay") : say("dayNumber", { day: value }),
              }))}
              onChange={day => onChange({ day })}
            />
          </FormRow>
        )}
        <FormRow id={`${id}-at`} label={say("at")} help={say("atHelp")} error={errors["schedule.at"]}>
          <Input
            id={`${id}-at`}
            type="time"
            value={schedule.at}
            onChange={event => onChange({ at: event.target.value })}
          />
        </FormRow>
      </div>
      {schedule.every === "week" && (
        <FormRow id={`${id}-weekdays`} label={say("weekdays")} error={errors["schedule.weekdays"]}>
          <Select
            id={`${id}-weekdays`}
            mode="multiple"
            value={schedule.weekdays}
            // the fifth of January 2026 is a Monday
            options={WEEK.map((value, at) => ({ value, label: names.format(Date.UTC(2026, 0, 5 + at)) }))}
            onChange={(weekdays: string[]) => onChange({ weekdays })}
          />
        </FormRow>
      )}
      <Checkbox
        className="sending-workdays"
        checked={schedule.workdays}
        onChange={event => onChange({ workdays: event.target.checked })}
      >
        {say("workdays")}
      </Checkbox>
    </>
  );
}
