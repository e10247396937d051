import { Button, Modal } from "antd";
import { useState } from "react";
import type { Forecast } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { exactText } from "~/kernel/targets/Figure";
import { type ForecastLine, heldBy } from "./forecast";
import { forecastWords } from "./messages";
import { SaidHistory, SayDialog } from "./SayDialog";

/** What is said of a person or of a department's people; his own word and its adjustment stand side by side. */
export function SaidCell({ forecast, line }: { forecast: Forecast; line: ForecastLine }) {
  const say = useSay(forecastWords);
  const [open, setOpen] = useState(false);
  const { standing, together } = line;
  const person = standing.kind === "person";
  const money = (amount: string) => exactText(forecast.measure, amount);
  const figures =
    together.people > 0 && say("figures", { commit: money(together.commit), best: money(together.best) });
  const own = heldBy(line.own);
  const adjustment = heldBy(line.adjustment);
  return (
    <span className="forecast-said">
      {figures && <span className="number">{figures}</span>}
      {!person && together.people > 0 && (
        <span className="quiet">{say("ofPeople", { count: together.people })}</span>
      )}
      {adjustment && (
        <span className="quiet">
          {say("by", { name: adjustment.by.label ?? "" })}
          {own && ` · ${say("ownWord", { amount: money(own.commit) })}`}
        </span>
      )}
      {person && (line.mine || line.own || line.adjustment) && (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {!line.mine ? say("history") : say(figures ? "change" : "submit")}
        </Button>
      )}
      {open && line.mine && <SayDialog forecast={forecast} line={line} onClose={() => setOpen(false)} />}
      {open && !line.mine && (
        <Modal open title={standing.label} footer={null} onCancel={() => setOpen(false)}>
          <SaidHistory forecast={forecast} line={line} />
        </Modal>
      )}
    </span>
  );
}
