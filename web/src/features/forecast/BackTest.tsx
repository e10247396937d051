import { useQuery } from "@tanstack/react-query";
import { Alert, Segmented, Select, Skeleton } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Forecast, ForecastBackTest } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { exactText } from "~/kernel/targets/Figure";
import { unitOf } from "~/kernel/targets/SpanPicker";
import { type SpanUnit, spanName } from "~/kernel/targets/targets";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { backTestWords } from "./backTestWords";
import { HORIZONS, type Horizon, methodsOf, pointsAt } from "./backtest";
import { forecastWords } from "./messages";
import { Whose } from "./Whose";

type Verdict = ForecastBackTest["verdicts"][number];
type Point = ForecastBackTest["points"][number];

/** How true forecasts of past periods came, each way beside the naive ones; the best is named, whichever it is. */
export function BackTest({ object, lines }: { object: BusinessObject; lines: Forecast["lines"] }) {
  const say = useSay(backTestWords);
  const sayForecast = useSay(forecastWords);
  const refusalText = useRefusalText();
  const [address, change] = useAddressState();
  const unit = unitOf(address.span, "quarter");
  const { data, error } = useQuery({
    queryKey: ["forecast", object.name, "backtest", unit, address.of ?? ""],
    queryFn: ({ signal }) =>
      api.get<ForecastBackTest>(
        `/forecasts/${object.name}/backtest?span=${unit}${address.of ? `&department=${address.of}` : ""}`,
        signal,
      ),
    retry: false,
  });
  return (
    <>
      <div className="forecast-tools">
        <Segmented<SpanUnit>
          aria-label={say("unit")}
          value={unit === "year" ? "quarter" : unit}
          options={[
            { value: "month", label: say("month") },
            { value: "quarter", label: say("quarter") },
          ]}
          onChange={span => change({ span })}
        />
        <Whose lines={lines} of={address.of} onChange={of => change({ of })} label={sayForecast("whose")} />
      </div>
      <p className="quiet">{say("text")}</p>
      {error && <Alert type="error" showIcon title={refusalText(error)} />}
      {!data && !error && <Skeleton active />}
      {data && data.points.length === 0 && (
        <EmptyState
          title={say("none")}
          text={data.firstSnapshot ? say("since", { day: data.firstSnapshot }) : say("noSnapshot")}
        />
      )}
      {data && data.points.length > 0 && <Tested tested={data} />}
    </>
  );
}

function Tested({ tested }: { tested: ForecastBackTest }) {
  const say = useSay(backTestWords);
  const [address, change] = useAddressState();
  const horizon: Horizon = HORIZONS.find(each => each === address.horizon) ?? "start";
  const verdict = tested.verdicts.find(each => each.horizon === horizon);
  return (
    <>
      <div className="backtest-verdicts">
        {tested.verdicts.map(each => (
          <Winner key={each.horizon} verdict={each} least={tested.least} />
        ))}
      </div>
      <Select<Horizon>
        aria-label={say("horizon")}
        value={horizon}
        options={HORIZONS.map(value => ({ value, label: say(value) }))}
        onChange={next => change({ horizon: next })}
        style={{ minWidth: 152, alignSelf: "start" }}
      />
      {verdict && <Scores verdict={verdict} />}
      <Points tested={tested} horizon={horizon} />
    </>
  );
}

/** Who foretold best from here, in a line. */
function Winner({ verdict, least }: { verdict: Verdict; least: number }) {
  const say = useSay(backTestWords);
  const best = verdict.scores.find(score => score.method === verdict.winner);
  return (
    <div>
      <span className="quiet">{say(verdict.horizon as Horizon)}</span>
      {best ? (
        <>
          <strong>{say(best.method as "byStage")}</strong>
          <span className="quiet">
            {best.naive && `${say("naiveWins")} · `}
            {say("errorIn", { percent: percent(best.error), count: verdict.periods })}
          </span>
        </>
      ) : (
        <span>{say("tooLittle", { count: least })}</span>
      )}
    </div>
  );
}

function Scores({ verdict }: { verdict: Verdict }) {
  const say = useSay(backTestWords);
  const columns: DataColumn<Verdict["scores"][number]>[] = [
    {
      key: "method",
      title: say("method"),
      lead: true,
      cell: score => (
        <>
          {score.method === verdict.winner ? (
            <strong>{say(score.method as "byStage")}</strong>
          ) : (
            say(score.method as "byStage")
          )}
          {score.naive && <span className="quiet"> {say("naive")}</span>}
        </>
      ),
    },
    { key: "error", title: say("error"), numeric: true, cell: score => `${percent(score.error)}%` },
    {
      key: "bias",
      title: say("bias"),
      numeric: true,
      cell: score => `${score.bias > 0 ? "+" : ""}${percent(score.bias)}%`,
    },
    { key: "periods", title: say("periods"), numeric: true, cell: score => score.periods },
    {
      key: "compared",
      title: say("standing"),
      cell: score =>
        score.method === verdict.winner ? say("best") : score.compared ? null : say("notCompared"),
    },
  ];
  return (
    <DataTable
      label={say("method")}
      columns={columns}
      rows={verdict.scores}
      rowKey={score => score.method}
      empty={<EmptyState title={say("none")} />}
    />
  );
}

/** What each way said of each period, beside what came. */
function Points({ tested, horizon }: { tested: ForecastBackTest; horizon: Horizon }) {
  const say = useSay(backTestWords);
  const chinese = useLanguage() === "zh-CN";
  const points = pointsAt(tested, horizon);
  const money = (amount: string) => exactText(tested.measure, amount.split(".")[0] ?? "0");
  const columns: DataColumn<Point>[] = [
    {
      key: "period",
      title: say("period"),
      lead: true,
      cell: point => spanName(tested.unit as SpanUnit, point.from, tested.firstMonth, chinese),
    },
    { key: "day", title: say("day"), cell: point => point.day },
    {
      key: "actual",
      title: say("actual"),
      numeric: true,
      cell: point => <strong>{money(point.actual)}</strong>,
    },
    ...methodsOf(points).map(
      (method): DataColumn<Point> => ({
        key: method,
        title: say(method as "byStage"),
        numeric: true,
        cell: point => {
          const said = point.foretold.find(each => each.method === method);
          return said ? money(said.amount) : null;
        },
      }),
    ),
  ];
  return (
    <Panel title={say("detail")}>
      <DataTable label={say("detail")} columns={columns} rows={points} rowKey={point => point.from} />
    </Panel>
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(Math.abs(share) < 0.1 ? 1 : 0);
}
