import FullCalendar, { type CalendarRef } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import list from "@fullcalendar/react/list";
import zh from "@fullcalendar/react/locales/zh-cn";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useEffect, useRef } from "react";
import type { CalendarWindow } from "~/kernel/api/contract";
import { wall } from "~/kernel/calendar/window";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import type { Item, View } from "./calendar";
import { DayMarks } from "./DayMarks";
import { ItemFace } from "./ItemFace";
import { calendarWords } from "./messages";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./grid.css";

const VIEW_NAMES: Record<View, string> = {
  day: "timeGridDay",
  week: "timeGridWeek",
  month: "dayGridMonth",
  list: "listMonth30",
};

/** Where a day is opened, as the calendar writes it. */
const MORNING = "08:00:00";

/** Whoever clicks marks no more than this, and means an hour. */
const CLICKED_MS = 15 * 60_000;
const USUAL_MS = 60 * 60_000;

/** A span of time as the clock on the wall says, for whole days without hours. */
export interface Span {
  start: string;
  end: string;
  allDay: boolean;
}

interface Props {
  view: View;
  day: string;
  narrow: boolean;
  items: Item[];
  days: CalendarWindow["days"];
  lunar: boolean;
  /** Makes one in this span; absent for who may make none. */
  onMake?: (span: Span) => void;
  onOpen: (item: Item, at: HTMLElement) => void;
  onMove: (item: Item, to: Span, revert: () => void) => void;
  onDay: (day: string) => void;
}

/** The calendar as it is drawn. All times are those of the clock on the company's wall, so it is told of no zone. */
export default function Grid(props: Props) {
  const { view, day, narrow, items, days, lunar, onMake, onOpen, onMove, onDay } = props;
  const say = useSay(calendarWords);
  const chinese = useLanguage() === "zh-CN";
  const calendar = useRef<CalendarRef>(null);
  const drawn = useRef<HTMLDivElement>(null);
  const byHours = view === "day" || view === "week";
  const marks = new Map(days.map(each => [each.date, each]));
  const itemOf = (id: string) => items.find(item => item.id === id);

  useEffect(() => {
    const api = calendar.current?.getApi();
    // Drawn after React is done: the calendar draws at once itself.
    const later = setTimeout(() => {
      api?.changeView(VIEW_NAMES[view], day);
      const morning = drawn.current?.querySelector(`[data-time="${MORNING}"]`);
      if (byHours) morning?.scrollIntoView({ block: "start" });
    });
    return () => clearTimeout(later);
  }, [view, day, byHours]);

  return (
    // The hours scroll in a place of ours, which the keyboard reaches; the calendar's own is for the mouse alone.
    <section
      ref={drawn}
      className={`calendar-grid calendar-${view}`}
      aria-label={say("title")}
      tabIndex={byHours ? 0 : undefined}
    >
      <FullCalendar
        ref={calendar}
        plugins={[dayGrid, timeGrid, list, interaction, classic]}
        views={{ listMonth30: { type: "list", duration: { days: 30 } } }}
        initialView={VIEW_NAMES[view]}
        initialDate={day}
        locale={chinese ? zh : "en-gb"}
        timeZone="UTC"
        now={() => wall(new Date().toISOString())}
        firstDay={1}
        headerToolbar={false}
        height={byHours ? "auto" : "100%"}
        nowIndicator
        eventMinHeight={22}
        eventDisplay="block"
        slotDuration="00:30"
        snapDuration="00:15"
        slotHeaderFormat={{ hour: "2-digit", minute: "2-digit", hour12: false }}
        eventTimeFormat={{ hour: "2-digit", minute: "2-digit", hour12: false }}
        allDayText={say("allDay")}
        dayMaxEvents={narrow ? 2 : 4}
        moreLinkText={count => say("more", { count })}
        noEventsContent={() => say("none")}
        navLinks
        navLinkDayClick={date => onDay(date.toISOString().slice(0, 10))}
        dayHeaderContent={({ date, weekdayText, dayNumberText, view: { type } }) => (
          <span className="calendar-day-head">
            <span>
              {weekdayText} {type !== "dayGridMonth" && dayNumberText.replace("日", "")}
            </span>
            {type !== "dayGridMonth" && (
              <DayMarks day={marks.get(date.toISOString().slice(0, 10))} lunar={lunar} />
            )}
          </span>
        )}
        dayCellTopContent={({ date, dayNumberText, view: { type } }) =>
          type === "dayGridMonth" ? (
            <span className="calendar-day-head">
              <DayMarks day={marks.get(date.toISOString().slice(0, 10))} lunar={lunar && !narrow} />
              <span>{dayNumberText.replace("日", "")}</span>
            </span>
          ) : undefined
        }
        dayCellClass={({ date }) =>
          `calendar-cell-${marks.get(date.toISOString().slice(0, 10))?.kind ?? "usual"}`
        }
        events={items.map(item => ({
          id: item.id,
          title: item.title,
          start: item.start,
          end: item.end,
          allDay: item.allDay,
          editable: item.editable && !narrow,
        }))}
        eventClass={({ event }) => {
          const item = itemOf(event.id);
          return item
            ? `calendar-item calendar-of-${item.of.kind} calendar-colour-${item.colour}`
            : "calendar-item";
        }}
        eventContent={({ event, timeText, view: { type } }) => {
          const item = itemOf(event.id);
          return item ? <ItemFace item={item} time={timeText} flat={type === "dayGridMonth"} /> : event.title;
        }}
        eventClick={({ event, el, jsEvent }) => {
          jsEvent.preventDefault();
          const item = itemOf(event.id);
          if (item) onOpen(item, el);
        }}
        selectable={onMake !== undefined}
        selectMirror
        selectLongPressDelay={350}
        longPressDelay={500}
        select={({ start, startStr, end, endStr, allDay }) => {
          calendar.current?.getApi().unselect();
          const clicked = !allDay && end.getTime() - start.getTime() <= CLICKED_MS;
          const until = clicked ? new Date(start.getTime() + USUAL_MS).toISOString() : endStr;
          onMake?.({ start: startStr.slice(0, 16), end: until.slice(0, 16), allDay });
        }}
        eventDrop={({ event, revert }) => moved(event, revert)}
        eventResize={({ event, revert }) => moved(event, revert)}
      />
    </section>
  );

  function moved(
    event: { id: string; startStr: string; endStr: string; allDay: boolean },
    revert: () => void,
  ) {
    const item = itemOf(event.id);
    if (!item) return revert();
    const start = event.startStr.slice(0, 16);
    onMove(item, { start, end: event.endStr.slice(0, 16) || start, allDay: event.allDay }, revert);
  }
}
