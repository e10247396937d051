import { Input, Radio } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import type { CalendarYear, DayKind } from "./calendar";
import { calendarWords } from "./messages";

interface Props {
  year: CalendarYear;
  date: string;
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** Makes one day off, a day of work, or what its day of the week says. */
export function DayDialog({ year, date, onSaved, onClose }: Props) {
  const say = useSay(calendarWords);
  const sayCommon = useSay(common);
  const present = year.days.find(day => day.date === date);
  const [kind, setKind] = useState<DayKind>(present?.kind ?? "usual");
  const [name, setName] = useState(present?.name ?? "");

  async function save() {
    await api.patch(
      "/settings/calendar",
      { version: year.version, days: [{ date, kind, name: kind === "usual" ? "" : name }] },
      { said: say("saved", { date }) },
    );
    await onSaved();
  }

  return (
    <FormDialog
      title={say("dayIs", { date })}
      okText={sayCommon("save")}
      ready
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <Radio.Group
            aria-label={say("dayIs", { date })}
            value={kind}
            onChange={event => setKind(event.target.value as DayKind)}
            options={(["off", "work", "usual"] as const).map(value => ({ value, label: say(value) }))}
            style={{ marginBlockEnd: 16 }}
          />
          {kind !== "usual" && (
            <FormRow id="day-name" label={say("name")} help={say("nameNote")} error={errors.name}>
              <Input
                id="day-name"
                maxLength={50}
                value={name}
                onChange={event => setName(event.target.value)}
              />
            </FormRow>
          )}
        </>
      )}
    </FormDialog>
  );
}
