import { useQuery } from "@tanstack/react-query";
import { Alert, Segmented, Select, Skeleton } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Trend, TrendMeasure } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { exactText } from "~/kernel/targets/Figure";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { Growth } from "./Growth";
import { trendWords } from "./messages";
import { TrendChart } from "./TrendChart";
import { extremesOf, stepName } from "./trend";
import "./trend.css";

const STRONG = 0.6;
const STANDING_OUT = 2;
type Step = NonNullable<Trend["outlook"]>["steps"][number];

/** How a measure went, what recurs, what is to come, and who made it grow. */
export default function TrendPage() {
  const say = useSay(trendWords);
  const { data } = useQuery({
    queryKey: ["trend"],
    queryFn: ({ signal }) => api.get<{ items: TrendMeasure[] }>("/trends", signal),
  });
  return (
    <Page title={say("title")} text={say("text")}>
      {!data && <Skeleton active />}
      {data?.items.length === 0 && <EmptyState title={say("none")} text={say("noneText")} />}
      {data && data.items.length > 0 && <Shown measures={data.items} />}
    </Page>
  );
}

function Shown({ measures }: { measures: TrendMeasure[] }) {
  const say = useSay(trendWords);
  const refusalText = useRefusalText();
  const [address, change] = useAddressState();
  const measure = measures.find(({ key }) => key === address.measure) ?? measures[0];
  const unit = address.unit === "week" ? "week" : "month";
  const { data, error } = useQuery({
    queryKey: ["trend", measure?.key, unit],
    queryFn: ({ signal }) => api.get<Trend>(`/trends/${measure?.key}?unit=${unit}`, signal),
    retry: false,
  });
  return (
    <>
      <div className="trend-tools">
        <Select
          aria-label={say("measure")}
          value={measure?.key}
          options={measures.map(({ key, label }) => ({ value: key, label }))}
          onChange={next => change({ measure: next, by: null })}
          popupMatchSelectWidth={false}
          style={{ minWidth: 152 }}
        />
        <Segmented
          aria-label={say("unit")}
          value={unit}
          options={[
            { value: "month", label: say("month") },
            { value: "week", label: say("week") },
          ]}
          onChange={next => change({ unit: next })}
        />
      </div>
      {error && <Alert type="error" showIcon title={refusalText(error)} />}
      {!data && !error && <Skeleton active />}
      {data && data.points.length === 0 && <EmptyState title={say("empty")} />}
      {data && data.points.length > 0 && (
        <>
          <Panel title={data.measure.label}>
            <TrendChart trend={data} />
            <Method trend={data} />
          </Panel>
          <Season trend={data} />
          {data.outlook && <Ahead trend={data} steps={data.outlook.steps} />}
          <Growth trend={data} />
        </>
      )}
    </>
  );
}

/** By which way it goes on, and why; or how much is missing before one can tell. */
function Method({ trend }: { trend: Trend }) {
  const say = useSay(trendWords);
  if (!trend.outlook) return <p className="quiet">{say("missing", { count: trend.missing })}</p>;
  const { method, errors } = trend.outlook;
  const best = errors[0];
  return (
    <p className="quiet">
      {say("by", { method: say(method as "level") })}{" "}
      {best
        ? say("chosen", { count: errors.length, error: exactText(trend.measure, best.error.toFixed(0)) })
        : say("tooShort")}
    </p>
  );
}

function Season({ trend }: { trend: Trend }) {
  const say = useSay(trendWords);
  if (!trend.season) return null;
  const { strength, parts } = trend.season;
  const { high, low } = extremesOf(parts, STANDING_OUT);
  const named = (of: typeof parts) =>
    of
      .map(({ from, value }) => {
        const amount = exactText(trend.measure, Math.abs(value).toFixed(0));
        return `${from.slice(5, trend.unit === "month" ? 7 : 10)} ${value > 0 ? "+" : "−"}${amount}`;
      })
      .join("  ");
  const clear = strength >= STRONG;
  return (
    <Panel title={say("season")}>
      <p>{say(clear ? "strong" : "weak", { percent: (strength * 100).toFixed(0) })}</p>
      {clear && <p>{say("high", { parts: named(high) })}</p>}
      {clear && <p>{say("low", { parts: named(low) })}</p>}
    </Panel>
  );
}

/** The next steps as figures, for whoever does not see the drawing too. */
function Ahead({ trend, steps }: { trend: Trend; steps: Step[] }) {
  const say = useSay(trendWords);
  const text = (value: number) => exactText(trend.measure, value.toFixed(0));
  const columns: DataColumn<Step>[] = [
    {
      key: "period",
      title: say("period"),
      lead: true,
      cell: step => (
        <>
          {stepName(trend.unit, step.from)}
          {step === steps[0] && (
            <span className="quiet"> {say("soFar", { amount: text(trend.current) })}</span>
          )}
        </>
      ),
    },
    {
      key: "value",
      title: say("foretold"),
      numeric: true,
      cell: step => <strong>{text(step.value)}</strong>,
    },
    {
      key: "in80",
      title: say("in80"),
      numeric: true,
      cell: step => `${text(step.low80)} – ${text(step.high80)}`,
    },
    {
      key: "in95",
      title: say("in95"),
      numeric: true,
      cell: step => `${text(step.low95)} – ${text(step.high95)}`,
    },
  ];
  return (
    <Panel title={say("ahead")}>
      <DataTable label={say("ahead")} columns={columns} rows={steps} rowKey={step => step.from} />
    </Panel>
  );
}
