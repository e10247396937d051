import { useQuery } from "@tanstack/react-query";
import { DatePicker, InputNumber } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { instantOf, wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { calendarKey } from "./calendar";
import { calendarWords } from "./messages";

const FORM = "YYYY-MM-DD HH:mm";

/** When so much working time has passed, so that a calendar can be checked before it is relied on. */
export function TryOut() {
  const say = useSay(calendarWords);
  const [from, setFrom] = useState<Dayjs>(() => dayjs(wallTime(new Date().toISOString()), FORM));
  const [minutes, setMinutes] = useState(480);
  const start = instantOf(from.format(FORM));
  const { data } = useQuery({
    queryKey: [...calendarKey, "deadline", start, minutes],
    queryFn: ({ signal }) =>
      api.get<{ at: string }>(
        `/settings/calendar/deadline?${new URLSearchParams({ from: start, minutes: String(minutes) })}`,
        signal,
      ),
  });
  return (
    <Panel title={say("tryOut")}>
      <div className="settings-line">
        <label htmlFor="try-from">{say("from")}</label>
        <DatePicker
          id="try-from"
          showTime={{ format: "HH:mm" }}
          format={FORM}
          allowClear={false}
          value={from}
          onChange={next => next && setFrom(next)}
        />
        <label htmlFor="try-minutes">{say("minutes")}</label>
        <InputNumber
          id="try-minutes"
          min={0}
          max={1_000_000}
          step={60}
          value={minutes}
          onChange={next => setMinutes(next ?? 0)}
        />
        <strong role="status">{data && say("result", { at: wallTime(data.at) })}</strong>
      </div>
    </Panel>
  );
}
