import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Forecast, ForecastHistory } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { exactText } from "~/kernel/targets/Figure";
import { wallTime } from "~/kernel/text/dates";
import { parseDecimal, roundDecimal } from "~/kernel/text/decimals";
import { FormRow } from "~/ui/FormRow";
import { type ForecastLine, heldBy, suggestedOf } from "./forecast";
import { forecastWords } from "./messages";

interface Props {
  forecast: Forecast;
  line: ForecastLine;
  onClose: () => void;
}

/** Somebody says what he will have won, or what he makes of the word of somebody under him; with all that was said. */
export function SayDialog({ forecast, line, onClose }: Props) {
  const say = useSay(forecastWords);
  const queries = useQueryClient();
  const me = useSession().user.id;
  const { standing } = line;
  const own = standing.id === me;
  const before = own ? line.own : line.adjustment;
  const [suggested] = useState(() => suggestedOf(line, own));
  const [commit, setCommit] = useState(suggested.commit);
  const [best, setBest] = useState(suggested.best);
  const [note, setNote] = useState("");
  const amounts = [commit, best].map(typed => (typed.trim() ? parseDecimal(typed) : null));
  const empty = amounts.every(amount => amount === null);
  const ready = !amounts.includes(undefined) && (!empty || heldBy(before) !== null);

  async function save() {
    try {
      await api.post(`/forecasts/${forecast.object}/submissions`, {
        person: standing.id,
        span: forecast.span.unit,
        on: forecast.span.from,
        turn: before?.turn ?? 0,
        commit: amounts[0] ? roundDecimal(amounts[0], 2) : null,
        best: amounts[1] ? roundDecimal(amounts[1], 2) : null,
        note: note.trim() || null,
      });
    } catch (cause) {
      // what somebody else has just said shows below, and saving again means one has seen it
      if (cause instanceof Problem && cause.isStale())
        await queries.invalidateQueries({ queryKey: ["forecast"] });
      throw cause;
    }
    await queries.invalidateQueries({ queryKey: ["forecast"] });
  }

  return (
    <FormDialog
      title={own ? say("submit") : say("adjustOf", { name: standing.label })}
      okText={empty && heldBy(before) ? say("takeBack") : own ? say("submit") : say("adjust")}
      ready={ready}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <p className="quiet">{say("sayText")}</p>
          <FormRow id="forecast-commit" label={say("commit")} error={errors.commit ?? errors.person}>
            <Input
              id="forecast-commit"
              autoFocus
              inputMode="decimal"
              status={amounts[0] === undefined ? "error" : undefined}
              value={commit}
              onChange={event => setCommit(event.target.value)}
            />
          </FormRow>
          <FormRow id="forecast-best" label={say("bestCase")} error={errors.best}>
            <Input
              id="forecast-best"
              inputMode="decimal"
              status={amounts[1] === undefined ? "error" : undefined}
              value={best}
              onChange={event => setBest(event.target.value)}
            />
          </FormRow>
          <FormRow id="forecast-note" label={say("note")} error={errors.note}>
            <Input.TextArea
              id="forecast-note"
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          </FormRow>
          <SaidHistory forecast={forecast} line={line} />
        </>
      )}
    </FormDialog>
  );
}

/** All that was said of a person for this period, newest first. */
export function SaidHistory({ forecast, line }: { forecast: Forecast; line: ForecastLine }) {
  const say = useSay(forecastWords);
  const { unit, from } = forecast.span;
  const person = line.standing.id;
  const { data } = useQuery({
    queryKey: ["forecast", forecast.object, "history", person, unit, from],
    queryFn: ({ signal }) =>
      api.get<{ items: ForecastHistory[] }>(
        `/forecasts/${forecast.object}/submissions?person=${person}&span=${unit}&on=${from}`,
        signal,
      ),
  });
  if (!data?.items.length) return null;
  const money = (amount: string) => exactText(forecast.measure, amount);
  return (
    <section aria-label={say("history")}>
      <h3 className="forecast-history-head">{say("history")}</h3>
      <ol className="forecast-history">
        {data.items.map(({ adjusts, said }) => (
          <li key={`${adjusts}-${said.turn}`}>
            <span className="quiet">
              {wallTime(said.at)} {said.by.label} {adjusts && say("adjusted")}
            </span>
            <span className="number">
              {said.commit === null || said.best === null
                ? say("tookBack")
                : say("figures", { commit: money(said.commit), best: money(said.best) })}
            </span>
            {said.note && <span>{said.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
