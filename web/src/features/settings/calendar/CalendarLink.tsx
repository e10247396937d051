import { CalendarOutlined } from "@ant-design/icons";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { calendarWords } from "./messages";

/** The way to the calendar of the year. */
export function CalendarLink() {
  const say = useSay(calendarWords);
  return (
    <p className="settings-below">
      <Link href={addressOf.settings("calendar")}>
        <CalendarOutlined /> {say("open")}
      </Link>
    </p>
  );
}
