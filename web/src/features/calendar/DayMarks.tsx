import type { CalendarWindow } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { calendarWords } from "./messages";

/** What a day is: off or worked, the name of its holiday, its lunar day. */
export function DayMarks({
  day,
  lunar,
}: {
  day: CalendarWindow["days"][number] | undefined;
  lunar: boolean;
}) {
  const say = useSay(calendarWords);
  if (!day) return null;
  return (
    <>
      {day.kind && (
        <b className={`calendar-mark calendar-mark-${day.kind}`}>
          {say(day.kind === "off" ? "rest" : "work")}
        </b>
      )}
      {day.name && day.kind === "off" ? (
        <small className="calendar-holiday">{day.name}</small>
      ) : (
        lunar && <small>{lunarText(day.lunar)}</small>
      )}
    </>
  );
}

/** The first of a lunar month is called by the month, as on every wall calendar. */
export function lunarText(lunar: string): string {
  const [month = "", day = ""] = lunar.split("月");
  return day === "初一" ? `${month}月` : day;
}
