import { LeftOutlined, RightOutlined, UploadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Skeleton, Tooltip, Upload } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { todayHere } from "~/kernel/text/dates";
import { Page, Panel } from "~/ui/Page";
import { calendarKey, daysIn, useYear } from "./calendar";
import { DayDialog } from "./DayDialog";
import { Month } from "./Month";
import { calendarWords } from "./messages";
import { TryOut } from "./TryOut";
import "./calendar.css";
import "../settings.css";

/** A year of work and holidays: everybody sees it, administrators change it. */
export default function CalendarPage() {
  const say = useSay(calendarWords);
  const queries = useQueryClient();
  const { administrator } = useSession().user;
  const [address, change] = useAddressState();
  const year = Number(address.year) || Number(todayHere().slice(0, 4));
  const { data } = useYear(year);
  const [chosen, setChosen] = useState<string | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: calendarKey });
  const go = (next: number) => change({ year: String(next) }, { replace: true });

  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={administrator && <ImportButton onDone={refresh} />}
    >
      <div className="settings-line">
        <Button icon={<LeftOutlined />} aria-label={say("previous")} onClick={() => go(year - 1)} />
        <strong className="calendar-year">{say("yearOf", { year })}</strong>
        <Button icon={<RightOutlined />} aria-label={say("next")} onClick={() => go(year + 1)} />
        {data && (
          <span className="quiet">
            {say("workingDays", { count: daysIn(year) - data.off.length })} ·{" "}
            {say("known", { years: data.years.join(", ") })}
          </span>
        )}
      </div>
      {data && !data.years.includes(year) && <Alert type="info" showIcon title={say("unknown", { year })} />}
      {!data ? (
        <Skeleton active />
      ) : (
        <Panel>
          <p className="calendar-legend">
            <span>
              <i className="calendar-day" data-kind="off" /> {say("legendOff")}
            </span>
            <span>
              <i className="calendar-day" data-kind="work" /> {say("legendWork")}
            </span>
            <span>
              <i className="calendar-day" data-kind="rest" /> {say("legendRest")}
            </span>
          </p>
          <div className="calendar-months">
            {Array.from({ length: 12 }, (_, month) => (
              <Month
                key={String(month)}
                year={data}
                month={month}
                onChoose={administrator ? setChosen : undefined}
              />
            ))}
          </div>
        </Panel>
      )}
      <TryOut />
      {data && chosen && (
        <DayDialog year={data} date={chosen} onSaved={refresh} onClose={() => setChosen(null)} />
      )}
    </Page>
  );
}

function ImportButton({ onDone }: { onDone: () => Promise<void> }) {
  const say = useSay(calendarWords);
  const { message } = App.useApp();
  const { busy, act } = useAct();

  async function bring(file: File) {
    await act(async () => {
      const form = new FormData();
      form.append("file", file);
      const { years } = await api.post<{ years: number[] }>("/settings/calendar/import", form, {
        said: null,
      });
      void message.success(say("imported", { years: years.join(", ") }));
      await onDone();
    });
  }

  return (
    <Tooltip title={say("importNote")}>
      <Upload
        accept=".json,.csv,.txt"
        showUploadList={false}
        beforeUpload={file => {
          void bring(file);
          return Upload.LIST_IGNORE;
        }}
      >
        <Button icon={<UploadOutlined />} loading={busy}>
          {say("import")}
        </Button>
      </Upload>
    </Tooltip>
  );
}
