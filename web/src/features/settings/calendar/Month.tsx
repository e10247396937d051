import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type CalendarYear, type SpecialDay, weeksOf } from "./calendar";
import { calendarWords } from "./messages";

interface Props {
  year: CalendarYear;
  month: number;
  /** Administrators choose a day to change it. */
  onChoose?: (date: string) => void;
}

/** One month: what is off, what is made up for, and why. */
export function Month({ year, month, onChoose }: Props) {
  const language = useLanguage();
  const special = new Map(year.days.map(day => [day.date, day]));
  const off = new Set(year.off);
  const name = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(
    Date.UTC(year.year, month, 1),
  );
  const weekday = new Intl.DateTimeFormat(language, { weekday: "narrow", timeZone: "UTC" });
  return (
    <table className="calendar-month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, day) => (
            <th key={String(day)} scope="col">
              {weekday.format(Date.UTC(2024, 0, 1 + day))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year.year, month).map(week => (
          <tr key={week.find(Boolean)}>
            {week.map((date, day) => (
              <td key={date ?? `none-${day}`}>
                {date && (
                  <Day date={date} special={special.get(date)} off={off.has(date)} onChoose={onChoose} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  date,
  special,
  off,
  onChoose,
}: {
  date: string;
  special: SpecialDay | undefined;
  off: boolean;
  onChoose?: (date: string) => void;
}) {
  const say = useSay(calendarWords);
  const kind = special?.kind ?? (off ? "rest" : "plain");
  const mark = special && say(special.kind);
  const words = [date, mark ?? (off ? say("legendRest") : null), special?.name].filter(Boolean).join(" ");
  const face = (
    <>
      {Number(date.slice(8))}
      {mark && <small aria-hidden="true">{mark}</small>}
    </>
  );
  return onChoose ? (
    <button
      type="button"
      className="calendar-day"
      data-kind={kind}
      title={special?.name || undefined}
      aria-label={words}
      onClick={() => onChoose(date)}
    >
      {face}
    </button>
  ) : (
    <span className="calendar-day" data-kind={kind} title={special?.name || undefined}>
      {face}
    </span>
  );
}
