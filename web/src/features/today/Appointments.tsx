import { CarOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject, CalendarOccurrence, RecordData, RecordLink } from "~/kernel/api/contract";
import { EVENT, nextDay, useCalendarWindow } from "~/kernel/calendar/window";
import { useObject } from "~/kernel/catalog/catalog";
import { RecordName } from "~/kernel/fields/parts/RecordName";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { mayChange } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { todayHere, wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { appointmentWords } from "./appointmentMessages";
import { unvisitedFilter } from "./appointments";
import { DueRecords, nameOf } from "./DueRecords";
import type { Whose } from "./due";

const VisitForm = lazy(() => import("~/kernel/calendar/VisitForm"));

/** A visit that was made, of a series the one of its day. */
interface Visit {
  record: RecordData;
  occurrence: CalendarOccurrence | null;
}

/** Where I am today, with the hour; and visits that should have been made by now. */
export default function Appointments({ whose }: { whose: Whose }) {
  const object = useObject(EVENT);
  return object?.verbs.read ? <OfObject object={object} whose={whose} /> : null;
}

function OfObject({ object, whose }: { object: BusinessObject; whose: Whose }) {
  const say = useSay(appointmentWords);
  const [visit, setVisit] = useState<Visit | null>(null);
  const made = (record: RecordData, occurrence: CalendarOccurrence | null) =>
    record.kind === "visit" && record.about && record.status === "planned" && mayChange(record, "edit") ? (
      <Button
        type="text"
        size="small"
        icon={<CarOutlined aria-hidden />}
        aria-label={say("visitedOf", { name: nameOf(object, record) })}
        onClick={() => setVisit({ record, occurrence })}
      >
        {say("visited")}
      </Button>
    ) : null;
  return (
    <>
      {whose === "me" && <Today object={object} act={made} />}
      <DueRecords
        object={object}
        filter={unvisitedFilter(whose)}
        by="startAt"
        more={["kind", "about", "status"]}
        title={say("unvisited")}
        when={days => (days < 0 ? say("daysLate", { count: -days }) : say("late"))}
        late={() => true}
        act={record => made(record, null)}
      />
      {visit && (
        <Suspense>
          <VisitForm
            record={visit.record}
            occurrence={visit.occurrence}
            name={nameOf(object, visit.record)}
            onClose={() => setVisit(null)}
          />
        </Suspense>
      )}
    </>
  );
}

function Today({
  object,
  act,
}: {
  object: BusinessObject;
  act: (record: RecordData, occurrence: CalendarOccurrence) => React.ReactNode;
}) {
  const say = useSay(appointmentWords);
  const { user } = useSession();
  const today = todayHere();
  const answer = useCalendarWindow({ from: today, until: nextDay(today) }, [user.id]);
  const records = new Map(answer.data?.records.map(record => [record.id, record]));
  const times = answer.data?.occurrences ?? [];
  if (times.length === 0) return null;
  return (
    <Panel
      title={say("appointments")}
      extra={
        <Link href="/calendar?view=day" className="number">
          {times.length}
        </Link>
      }
    >
      <ul className="returning deals">
        {times.map(time => {
          const record = records.get(time.record);
          if (!record) return null;
          return (
            <li key={`${time.record}:${time.day}`}>
              <span className="number" data-over={!time.allDay && time.endAt < new Date().toISOString()}>
                {time.allDay
                  ? say("allDay")
                  : `${wallTime(time.startAt).slice(11)}–${wallTime(time.endAt).slice(11)}`}
              </span>
              <span className="appointment-name">
                <Link href={addressOf.record(EVENT, record.id)}>{nameOf(object, record)}</Link>
                {record.about ? <RecordName record={record.about as RecordLink} /> : null}
                {record.place ? <span className="quiet">{String(record.place)}</span> : null}
              </span>
              {act(record, time)}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
