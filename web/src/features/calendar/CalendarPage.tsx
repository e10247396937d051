import { LeftOutlined, PlusOutlined, RightOutlined, SettingOutlined, TeamOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, DatePicker, Drawer, Segmented, Skeleton } from "antd";
import dayjs from "dayjs";
import { lazy, Suspense, useMemo, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, CalendarWindow, Draft, Labelled } from "~/kernel/api/contract";
import { EVENT, useCalendarWindow } from "~/kernel/calendar/window";
import { useObject } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, useAddressState, useGo } from "~/kernel/navigation/navigation";
import { refreshRecords } from "~/kernel/records/records";
import { useSavePreferences, useSession } from "~/kernel/session/session";
import { todayHere } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { useNarrow } from "~/ui/useNarrow";
import { useShortcut } from "~/ui/useShortcut";
import { Calendars } from "./Calendars";
import { type Item, itemsOf, readShown, type Shown, stepped, VIEWS, type View, windowOf } from "./calendar";
import type { Span } from "./Grid";
import { calendarWords } from "./messages";
import { type Reach, seriesTimes, timesOf, writeChange } from "./reach";
import { useReach } from "./useReach";
import "./calendar.css";

const Grid = lazy(() => import("./Grid"));
const EventCard = lazy(() => import("./EventCard"));
const EventForm = lazy(() => import("./EventForm"));
const VisitForm = lazy(() => import("~/kernel/calendar/VisitForm"));
const CalendarSettings = lazy(() => import("./CalendarSettings"));

type EventItem = Extract<Item["of"], { kind: "event" }>;

/** What is open beside the calendar. */
type Beside =
  | { what: "card"; event: EventItem }
  | { what: "form"; initial: Draft }
  | { what: "change"; event: EventItem; reach: Reach }
  | { what: "visit"; event: EventItem }
  | { what: "settings" }
  | { what: "people" }
  | null;

/** Calendars by day, week and month: mine, and those of colleagues as far as I may see them. */
export default function CalendarPage() {
  const object = useObject(EVENT);
  const say = useSay(calendarWords);
  return (
    <Page title={say("title")}>
      {object?.verbs.read ? <CalendarOf object={object} /> : <EmptyState title={say("none")} />}
    </Page>
  );
}

function CalendarOf({ object }: { object: BusinessObject }) {
  const say = useSay(calendarWords);
  const chinese = useLanguage() === "zh-CN";
  const narrow = useNarrow();
  const { user, preferences } = useSession();
  const savePreferences = useSavePreferences();
  const queries = useQueryClient();
  const go = useGo();
  const { act } = useAct();
  const askReach = useReach();
  const nameOf = useNameOf(object);
  const task = useObject("task");
  const nameOfTask = useNameOf(task ?? object);
  const [address, setAddress] = useAddressState();
  const shown = useMemo(() => readShown(address, narrow), [address, narrow]);
  const [beside, setBeside] = useState<Beside>(null);
  const me: Labelled = { id: user.id, label: user.name };
  const window = windowOf(shown);
  const answer = useCalendarWindow(window, [user.id, ...shown.people]);
  const lunar = chinese && preferences.calendarLunar !== false;
  const items = useMemo(
    () =>
      answer.data
        ? itemsOf(answer.data, {
            me: user.id,
            people: shown.people,
            hidden: shown.hidden,
            tasks: shown.tasks,
            nameOf: record => nameOf(record),
            nameOfTask: record => nameOfTask(record),
            busy: person =>
              say("busyOf", { name: answer.data.people.find(({ id }) => id === person)?.label ?? "" }),
          })
        : [],
    [answer.data, shown, user.id, nameOf, nameOfTask, say],
  );

  function show(change: Partial<Shown>) {
    const next = { ...shown, ...change };
    setAddress({
      view: next.view === readShown({}, narrow).view ? null : next.view,
      day: next.day === todayHere() ? null : next.day,
      people: next.people.join(",") || null,
      hidden: next.hidden.join(",") || null,
      tasks: next.tasks ? null : "false",
    });
  }

  const makes = object.verbs.create;
  const make = (span: Span) => setBeside({ what: "form", initial: { ...timesOf(span) } });
  const makeNow = () => make(nextHour(shown.day));
  useShortcut(["n"], () => makes && makeNow());
  useShortcut(["t"], () => show({ day: todayHere() }));
  useShortcut(["arrowleft"], () => show({ day: stepped(shown, -1) }));
  useShortcut(["arrowright"], () => show({ day: stepped(shown, 1) }));

  function open(item: Item) {
    if (item.of.kind === "event") setBeside({ what: "card", event: item.of });
    if (item.of.kind === "task") go(addressOf.record("task", item.of.record.id));
  }

  async function move(item: Item, to: Span, revert: () => void) {
    if (item.of.kind !== "event") return revert();
    const { record, occurrence } = item.of;
    const name = nameOf(record);
    const reach = await askReach(record, name);
    if (!reach) return revert();
    const times = timesOf(to);
    const values = reach === "all" ? seriesTimes(record, occurrence, times) : times;
    const when = to.allDay ? to.start.slice(0, 10) : to.start.replace("T", " ");
    const done = await act(async () => {
      await writeChange(record, occurrence, reach, values, say("moved", { when }));
      await refreshRecords(queries);
    });
    if (!done) revert();
  }

  async function showTeam() {
    await act(async () => {
      const team = await api.get<CalendarWindow>(
        `/calendar?from=${window.from}&until=${window.until}&team=true`,
      );
      show({ people: team.people.map(({ id }) => id).filter(id => id !== user.id) });
    });
  }

  const settings = (
    <Button
      icon={<SettingOutlined aria-hidden />}
      aria-label={say("settings")}
      title={say("settings")}
      onClick={() => setBeside({ what: "settings" })}
    >
      {narrow && say("settings")}
    </Button>
  );
  const side = (
    <Calendars
      me={me}
      people={answer.data?.people ?? [me]}
      shown={shown}
      lunar={chinese ? lunar : null}
      leads={user.leads}
      onChange={show}
      onLunar={next => void savePreferences({ calendarLunar: next })}
      onTeam={() => void showTeam()}
    />
  );
  return (
    <div className="calendar">
      <div className="calendar-bar">
        <Button onClick={() => show({ day: todayHere() })}>{say("today")}</Button>
        <Button
          type="text"
          icon={<LeftOutlined aria-hidden />}
          aria-label={say("earlier")}
          onClick={() => show({ day: stepped(shown, -1) })}
        />
        <Button
          type="text"
          icon={<RightOutlined aria-hidden />}
          aria-label={say("later")}
          onClick={() => show({ day: stepped(shown, 1) })}
        />
        <DatePicker
          className="calendar-day"
          variant="borderless"
          suffixIcon={narrow ? null : undefined}
          allowClear={false}
          aria-label={say("title")}
          picker={shown.view === "month" ? "month" : "date"}
          value={dayjs(shown.day)}
          onChange={next => next && show({ day: next.format("YYYY-MM-DD") })}
        />
        <span className="calendar-room" />
        <Segmented<View>
          aria-label={say("view")}
          value={shown.view}
          options={VIEWS.map(view => ({ value: view, label: say(view) }))}
          onChange={view => show({ view })}
        />
        {narrow && (
          <Button
            icon={<TeamOutlined aria-hidden />}
            aria-label={say("calendars")}
            onClick={() => setBeside({ what: "people" })}
          />
        )}
        {!narrow && settings}
        {makes && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            aria-label={say("newOne")}
            onClick={makeNow}
          >
            {narrow ? null : say("newOne")}
          </Button>
        )}
      </div>
      {answer.data?.more && <Alert type="warning" showIcon title={say("tooMany")} />}
      {answer.isError && <Alert type="error" showIcon title={answer.error.message} />}
      <div className="calendar-body">
        {!narrow && side}
        <Suspense fallback={<Skeleton active />}>
          <Grid
            view={shown.view}
            day={shown.day}
            narrow={narrow}
            items={items}
            days={answer.data?.days ?? []}
            lunar={lunar}
            onMake={makes ? make : undefined}
            onOpen={open}
            onMove={(item, to, revert) => void move(item, to, revert)}
            onDay={day => show({ view: "day", day })}
          />
        </Suspense>
      </div>
      <Suspense>
        <BesideCalendar object={object} beside={beside} onChange={setBeside} />
      </Suspense>
      {beside?.what === "people" && (
        <Drawer open title={say("calendars")} placement="bottom" size={420} onClose={() => setBeside(null)}>
          {side}
          <p className="calendar-settings-link">{settings}</p>
        </Drawer>
      )}
    </div>
  );
}

/** What is open beside the calendar, one thing at a time. */
function BesideCalendar({
  object,
  beside,
  onChange,
}: {
  object: BusinessObject;
  beside: Beside;
  onChange: (beside: Beside) => void;
}) {
  const nameOf = useNameOf(object);
  const close = () => onChange(null);
  switch (beside?.what) {
    case "card":
      return (
        <EventCard
          object={object}
          record={beside.event.record}
          occurrence={beside.event.occurrence}
          onEdit={(record, reach) => onChange({ what: "change", event: { ...beside.event, record }, reach })}
          onVisited={record => onChange({ what: "visit", event: { ...beside.event, record } })}
          onClose={close}
        />
      );
    case "form":
      return <EventForm object={object} initial={beside.initial} onClose={close} />;
    case "change":
      return <EventForm object={object} change={{ ...beside.event, reach: beside.reach }} onClose={close} />;
    case "visit": {
      const { record, occurrence } = beside.event;
      return <VisitForm record={record} occurrence={occurrence} name={nameOf(record)} onClose={close} />;
    }
    case "settings":
      return <CalendarSettings onClose={close} />;
    default:
      return null;
  }
}

/** An hour of the day that is shown: the next full one today, nine o'clock on any other. */
function nextHour(day: string): Span {
  const now = dayjs();
  const hour = day === todayHere() ? Math.min(now.hour() + 1, 22) : 9;
  const clock = (at: number) => `${day}T${String(at).padStart(2, "0")}:00`;
  return { start: clock(hour), end: clock(hour + 1), allDay: false };
}
