import { CarOutlined, CloseCircleOutlined, EditOutlined, ExportOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Segmented, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type {
  BusinessObject,
  CalendarOccurrence,
  Field,
  Labelled,
  RecordData,
  RecordLink,
} from "~/kernel/api/contract";
import { EVENT, timeText } from "~/kernel/calendar/window";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { RecordName } from "~/kernel/fields/parts/RecordName";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { mayChange, refreshRecords, useRecord, useRecordPage } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";
import { calendarWords } from "./messages";
import { usePatternText } from "./RepeatEditor";
import { cancel, type Reach } from "./reach";
import { readRule } from "./repeat";
import { useReach } from "./useReach";

interface Props {
  object: BusinessObject;
  record: RecordData;
  occurrence: CalendarOccurrence;
  onEdit: (record: RecordData, reach: Reach) => void;
  onVisited: (record: RecordData) => void;
  onClose: () => void;
}

/** An appointment at a glance: when, where, about what, with whom; answered, changed and cancelled in place. */
export default function EventCard({ object, record: seen, occurrence, onEdit, onVisited, onClose }: Props) {
  const say = useSay(calendarWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const askReach = useReach();
  const { busy, act } = useAct();
  const nameOf = useNameOf(object);
  const whole = useRecord(EVENT, seen.id);
  const record = whole.data ?? seen;
  const name = nameOf(record);
  const rule = typeof record.repeat === "string" ? record.repeat : null;
  const begins =
    typeof record.startAt === "string" ? wallTime(record.startAt).slice(0, 10) : occurrence.firstDay;
  const patternText = usePatternText(begins, rule);
  const repeat = readRule(rule, begins);
  const editable = object.verbs.edit && mayChange(record, "edit");
  const about = record.about as RecordLink | null;

  async function edit() {
    const reach = await askReach(record, name);
    if (reach) onEdit(record, reach);
  }

  async function callOff() {
    const reach = record.repeat
      ? await askReach(record, name, true)
      : (await modal.confirm({
            title: say("cancelAsk", { name }),
            content: occurrence.guests > 0 ? say("cancelAskNote") : undefined,
            okText: say("cancelOne"),
            cancelText: say("keep"),
            okButtonProps: { danger: true },
          }))
        ? "all"
        : null;
    if (!reach) return;
    const done = await act(async () => {
      await cancel(record, occurrence, reach, say("cancelled", { name }));
      await refreshRecords(queries);
    });
    if (done) onClose();
  }

  return (
    <Drawer
      open
      title={name}
      size={420}
      mask={{ closable: true }}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      extra={
        <Link href={addressOf.record(EVENT, record.id)} aria-label={say("open")} title={say("open")}>
          <ExportOutlined aria-hidden />
        </Link>
      }
      footer={
        editable && (
          <div className="calendar-card-acts">
            <Button
              danger
              type="text"
              icon={<CloseCircleOutlined aria-hidden />}
              disabled={busy}
              onClick={() => void callOff()}
            >
              {say("cancelOne")}
            </Button>
            {record.kind === "visit" && about && record.status === "planned" && (
              <Button icon={<CarOutlined aria-hidden />} onClick={() => onVisited(record)}>
                {say("visited")}
              </Button>
            )}
            <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => void edit()}>
              {say("edit")}
            </Button>
          </div>
        )
      }
    >
      <div className="calendar-card">
        <p className="calendar-card-when">{timeText(occurrence)}</p>
        <p className="calendar-card-marks">
          {(["kind", "status"] as const).map(field => (
            <Shown key={field} object={object} record={record} field={field} />
          ))}
          {record.visibility === "private" && <Tag color="orange">{say("private")}</Tag>}
        </p>
        {rule && (
          <p className="quiet">
            {patternText(repeat.pattern)}
            {repeat.until && ` · ${say("untilDay", { date: repeat.until })}`}
            {repeat.count && ` · ${say("timesMore", { count: repeat.count })}`}
          </p>
        )}
        <dl className="calendar-facts">
          <Fact label={fieldOf(object, "place")?.label} shown={Boolean(record.place)}>
            {String(record.place)}
          </Fact>
          <Fact label={fieldOf(object, "about")?.label} shown={Boolean(about)}>
            {about && <RecordName record={about} />}
          </Fact>
          <Fact label={say("organiser")} shown={Boolean(record.owner)}>
            {(record.owner as Labelled | null)?.label}
          </Fact>
          <Fact label={fieldOf(object, "reminders")?.label} shown={Boolean(record.reminders)}>
            <Shown object={object} record={record} field="reminders" />
          </Fact>
          <Fact label={fieldOf(object, "description")?.label} shown={Boolean(record.description)}>
            <Shown object={object} record={record} field="description" />
          </Fact>
        </dl>
        {occurrence.answer !== null && <MyAnswer record={record} answer={occurrence.answer} />}
        {occurrence.guests > 0 && <Guests record={record} />}
      </div>
    </Drawer>
  );
}

function Fact({
  label,
  shown,
  children,
}: {
  label: string | undefined;
  shown: boolean;
  children: React.ReactNode;
}) {
  if (!shown || !label) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Shown({ object, record, field }: { object: BusinessObject; record: RecordData; field: string }) {
  const known: Field | undefined = fieldOf(object, field);
  return known && record[field] !== undefined ? <FieldCell field={known} value={record[field]} /> : null;
}

/** Whether I come: said for this appointment, or for this occurrence where that is one of its own. */
function MyAnswer({ record, answer }: { record: RecordData; answer: string }) {
  const say = useSay(calendarWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  return (
    <div className="calendar-answer">
      <span className="quiet">{say("answered")}</span>
      <Segmented
        disabled={busy}
        value={answer}
        options={[
          { value: "accepted", label: say("accept") },
          { value: "tentative", label: say("tentative") },
          { value: "declined", label: say("decline") },
        ]}
        onChange={next =>
          void act(async () => {
            await api.put(
              `/calendar/events/${record.id}/answer`,
              { answer: next },
              { said: say("answeredNow") },
            );
            await refreshRecords(queries);
          })
        }
      />
    </div>
  );
}

function Guests({ record }: { record: RecordData }) {
  const say = useSay(calendarWords);
  const participant = useObject("event-participant");
  const series = record.series as Labelled | null;
  const found = useRecordPage(
    "event-participant",
    {
      filter: { field: "event", op: "in", value: series ? [series.id, record.id] : [record.id] },
      fields: ["user", "answer"],
      limit: 100,
    },
    { enabled: Boolean(participant?.verbs.read) },
  );
  const answer = participant && fieldOf(participant, "answer");
  if (!answer || !found.data?.items.length) return null;
  return (
    <section>
      <h3>{say("participants")}</h3>
      <ul className="calendar-guests">
        {found.data.items.map(guest => (
          <li key={guest.id}>
            <span>{(guest.user as Labelled | null)?.label}</span>
            <FieldCell field={answer} value={guest.answer} />
          </li>
        ))}
      </ul>
    </section>
  );
}
