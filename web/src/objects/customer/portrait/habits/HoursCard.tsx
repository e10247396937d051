import { Tooltip } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { Card } from "../Card";
import { portraitWords } from "../messages";
import type { Contacts } from "../portrait";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
/** Hours that are always shown; others only where something happened. */
const USUAL = [8, 19] as const;

/** When contacts led to something, by weekday and hour of the company's time zone. */
export function HoursCard({ contacts }: { contacts: Contacts }) {
  const say = useSay(portraitWords);
  const hours = contacts.hours;
  if (!hours) return null;
  const enough = hours.cells.length > 0;
  const parts = [
    hours.bestWeekday !== null && say(DAYS[hours.bestWeekday - 1] ?? "monday"),
    hours.bestHour !== null && say("hourSpan", { from: hours.bestHour, until: hours.bestHour + 1 }),
  ].filter(part => part !== false);
  return (
    <Card
      title={say("hours")}
      extra={enough && <span className="quiet">{say("hoursFrom", { count: hours.found })}</span>}
    >
      {enough ? (
        <>
          <p className="portrait-said">{parts.length > 0 ? parts.join(" ") : say("noBest")}</p>
          <Heat cells={hours.cells} />
        </>
      ) : (
        <>
          <p className="portrait-said quiet">{say("tooFew")}</p>
          <p className="quiet">{say("tooFewHours", { found: hours.found, needed: hours.needed })}</p>
        </>
      )}
    </Card>
  );
}

function Heat({ cells }: { cells: NonNullable<Contacts["hours"]>["cells"] }) {
  const say = useSay(portraitWords);
  const from = Math.min(USUAL[0], ...cells.map(cell => cell.hour));
  const until = Math.max(USUAL[1], ...cells.map(cell => cell.hour));
  const hours = Array.from({ length: until - from + 1 }, (_, i) => from + i);
  const weekdays = DAYS.slice(0, cells.some(cell => cell.weekday > 5) ? 7 : 5);
  const most = Math.max(...cells.map(cell => cell.count));
  const columns = { gridTemplateColumns: `auto repeat(${hours.length}, minmax(0, 1fr))` };
  return (
    <div className="portrait-heat" style={columns}>
      {weekdays.map((day, i) => [
        <span key={day} className="portrait-heat-day">
          {say("weekdays").charAt(i)}
        </span>,
        ...hours.map(hour => {
          const count = cells.find(cell => cell.weekday === i + 1 && cell.hour === hour)?.count ?? 0;
          const said = say("cell", {
            weekday: say(day),
            hour: say("hourSpan", { from: hour, until: hour + 1 }),
            count,
          });
          return count > 0 ? (
            <Tooltip key={hour} title={said}>
              <span
                role="img"
                aria-label={said}
                className="portrait-heat-cell"
                style={{ opacity: 0.25 + 0.75 * (count / most) }}
              />
            </Tooltip>
          ) : (
            <span key={hour} className="portrait-heat-none" />
          );
        }),
      ])}
      <span />
      {hours.map(hour => (
        <span key={hour} className="portrait-heat-hour">
          {hour % 3 === 0 ? hour : ""}
        </span>
      ))}
    </div>
  );
}
