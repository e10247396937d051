import { useQueryClient } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useId, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, CalendarOccurrence, Draft, Labelled, RecordData } from "~/kernel/api/contract";
import { titleText } from "~/kernel/catalog/nameOf";
import { toWire } from "~/kernel/fields/registry";
import { sameValue } from "~/kernel/forms/draft";
import { RecordFields } from "~/kernel/forms/RecordFields";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { useRecordForm } from "~/kernel/forms/useRecordForm";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { createRecord, refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
import { FormRow } from "~/ui/FormRow";
import { calendarWords } from "./messages";
import { RepeatEditor } from "./RepeatEditor";
import { type Reach, writeChange } from "./reach";

const FIELDS = [
  "title",
  "kind",
  "startAt",
  "endAt",
  "allDay",
  "place",
  "about",
  "reminders",
  "visibility",
  "description",
];

interface Props {
  object: BusinessObject;
  initial?: Draft;
  /** What is changed, as it stands on its day. */
  change?: { record: RecordData; occurrence: CalendarOccurrence; reach: Reach };
  onClose: () => void;
}

/** Makes an appointment or changes one, or one of its occurrences. */
export default function EventForm({ object, initial, change, onClose }: Props) {
  const say = useSay(calendarWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const peopleId = useId();
  const { user } = useSession();
  const { busy, act } = useAct();
  const [people, setPeople] = useState<Labelled[]>([]);
  const [opened] = useState(change && standing(change));
  const form = useRecordForm(object, opened, initial);
  const mayLeave = useLeaveGuard((form.dirty || people.length > 0) && !busy);
  const start = typeof form.draft.startAt === "string" ? wallTime(form.draft.startAt).slice(0, 10) : null;

  async function save() {
    if (change && opened && change.reach !== "all") {
      const values = Object.fromEntries(
        [...FIELDS, "repeat"]
          .filter(name => !sameValue(opened[name], form.draft[name]))
          .map(name => [name, form.draft[name]]),
      );
      const said = say("saved", { name: titleText(object, form.draft, language) });
      const done = await act(async () => {
        await writeChange(change.record, change.occurrence, change.reach, toWire(object, values), said);
        await refreshRecords(queries);
      });
      if (done) onClose();
      return;
    }
    const saved = await form.save();
    if (!saved) return;
    if (people.length > 0) await act(() => ask(saved.id));
    await refreshRecords(queries);
    onClose();
  }

  async function ask(event: number) {
    for (const person of people) {
      await createRecord("event-participant", { event, user: person.id }, { said: null });
    }
  }

  return (
    <Drawer
      open
      title={change ? say("edit") : say("newOne")}
      size={640}
      mask={{ closable: true }}
      onClose={() => void mayLeave().then(leave => leave && onClose())}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={
        <div style={{ display: "flex", gap: 8, justifyContent: "flex-end" }}>
          <Button onClick={() => void mayLeave().then(leave => leave && onClose())}>
            {sayCommon("cancel")}
          </Button>
          <Button type="primary" loading={busy || form.saving} onClick={() => void save()}>
            {sayCommon("save")}
          </Button>
        </div>
      }
    >
      <RecordFields form={form} onSave={() => void save()} only={FIELDS}>
        {start && change?.reach !== "this" && !form.draft.series && (
          <RepeatEditor
            date={start}
            rule={typeof form.draft.repeat === "string" ? form.draft.repeat : null}
            onChange={rule => form.set("repeat", rule)}
          />
        )}
        {!change && (
          <FormRow id={peopleId} label={say("people")} help={say("peopleHelp")} wide>
            <PeoplePicker id={peopleId} except={user.id} value={people} onChange={setPeople} />
          </FormRow>
        )}
      </RecordFields>
    </Drawer>
  );
}

/** The record as it stands on the day that is changed; the whole series as it begins. */
function standing({ record, occurrence, reach }: NonNullable<Props["change"]>): RecordData {
  return reach === "all" ? record : { ...record, startAt: occurrence.startAt, endAt: occurrence.endAt };
}
