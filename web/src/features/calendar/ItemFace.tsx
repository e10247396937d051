import { CheckSquareOutlined, EnvironmentOutlined, LockOutlined, SyncOutlined } from "@ant-design/icons";
import type { Item } from "./calendar";

/** What stands on something in the calendar: in a row of the month on one line, elsewhere its name first. */
export function ItemFace({ item, time, flat }: { item: Item; time: string; flat: boolean }) {
  const event = item.of.kind === "event" ? item.of : null;
  const record = event?.record;
  const place = typeof record?.place === "string" ? record.place : "";
  const clock = time && !item.allDay && <span className="calendar-time">{time}</span>;
  return (
    <span
      className={flat ? "calendar-face calendar-face-flat" : "calendar-face"}
      data-done={record?.status === "done"}
      data-open={event?.occurrence.answer === "open"}
    >
      {flat && clock}
      {item.of.kind === "task" && <CheckSquareOutlined aria-hidden />}
      <span className="calendar-title">{item.title}</span>
      {record?.visibility === "private" && <LockOutlined aria-hidden />}
      {typeof record?.repeat === "string" && <SyncOutlined aria-hidden />}
      {!flat && (
        <span className="calendar-where">
          {clock}
          {place && (
            <>
              <EnvironmentOutlined aria-hidden /> {place}
            </>
          )}
        </span>
      )}
    </span>
  );
}
