import {
  AreaChartOutlined,
  BarChartOutlined,
  DashboardOutlined,
  DotChartOutlined,
  EnvironmentOutlined,
  FunnelPlotOutlined,
  InsertRowLeftOutlined,
  LineChartOutlined,
  NumberOutlined,
  PieChartOutlined,
  TableOutlined,
} from "@ant-design/icons";
import { Input, Segmented, Select } from "antd";
import type { ComponentType, ReactNode } from "react";
import { type Answer, drawable } from "~/kernel/charts/answer";
import { CHART_KINDS, type ChartChoice, type ChartKind, suitable } from "~/kernel/charts/kinds";
import { chartWords } from "~/kernel/charts/messages";
import { useSay } from "~/kernel/i18n/language";
import { parseDecimal } from "~/kernel/text/decimals";
import { reportWords } from "./messages";

/** Drawings that the library of icons has not. */
function Stacked() {
  return (
    <Drawn>
      <path d="M1 15h14M3 15v-4h3v4m-3-4V8h3v3m4 4V9h3v6m-3-6V3h3v6" />
    </Drawn>
  );
}

function Field() {
  return (
    <Drawn>
      <path d="M2 2h12v12H2zM6 2v12m4-12v12M2 6h12M2 10h12" />
      <path d="M6 2h4v4H6zm4 8h4v4h-4z" fill="currentColor" />
    </Drawn>
  );
}

function Drawn({ children }: { children: ReactNode }) {
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      aria-hidden="true"
      style={{ verticalAlign: "-0.125em" }}
    >
      {children}
    </svg>
  );
}

const ICONS: Record<ChartKind, ComponentType> = {
  table: TableOutlined,
  pivot: InsertRowLeftOutlined,
  bar: BarChartOutlined,
  stacked: Stacked,
  line: LineChartOutlined,
  area: AreaChartOutlined,
  pie: PieChartOutlined,
  funnel: FunnelPlotOutlined,
  gauge: DashboardOutlined,
  kpi: NumberOutlined,
  scatter: DotChartOutlined,
  heat: Field,
  map: EnvironmentOutlined,
};

export function KindIcon({ kind }: { kind: ChartKind }) {
  const Icon = ICONS[kind] ?? TableOutlined;
  return (
    <span aria-hidden>
      <Icon />
    </span>
  );
}

interface Props {
  answer: Answer;
  kind: ChartKind;
  chart: Partial<ChartChoice>;
  onChange: (chart: Partial<ChartChoice>) => void;
}

/** Which of the measures is drawn matters to these. */
const ONE_MEASURE = new Set<ChartKind>(["pie", "funnel", "gauge", "heat", "map"]);

/** The charts that suit the answer, and what the shown one wants to know besides. */
export function KindStrip({ answer, kind, chart, onChange }: Props) {
  const say = useSay(reportWords);
  const sayKind = useSay(chartWords);
  const kinds = CHART_KINDS.filter(each => suitable(answer).includes(each));
  const measures = drawable(answer).flatMap(index => answer.measures[index] ?? []);
  const split = answer.dimensions.length === 2 && !["table", "pivot"].includes(kind);
  const aimed = kind === "kpi" || kind === "gauge";
  return (
    <div className="report-kinds">
      <Segmented<ChartKind>
        aria-label={say("shownAs")}
        value={kind}
        options={kinds.map(value => ({
          value,
          icon: <KindIcon kind={value} />,
          title: sayKind(value),
          label: value === kind ? sayKind(value) : undefined,
        }))}
        onChange={next => onChange({ ...chart, kind: next })}
      />
      {measures.length > 1 && (ONE_MEASURE.has(kind) || split) && (
        <Select
          aria-label={say("chartMeasure")}
          value={measures.find(({ name }) => name === chart.measure)?.name ?? measures[0]?.name}
          popupMatchSelectWidth={false}
          options={measures.map(({ name, label }) => ({ value: name, label }))}
          onChange={measure => onChange({ ...chart, measure })}
        />
      )}
      {aimed && (
        <Goal key={chart.goal} goal={chart.goal ?? ""} onChange={goal => onChange({ ...chart, goal })} />
      )}
    </div>
  );
}

/** A number as one types it, taken when one leaves it. */
function Goal({ goal, onChange }: { goal: string; onChange: (goal: string | null) => void }) {
  const say = useSay(reportWords);
  const take = (typed: string) => {
    const next = parseDecimal(typed) ?? null;
    if (next !== (goal || null)) onChange(next);
  };
  return (
    <Input
      className="report-goal"
      prefix={<span className="quiet">{say("goal")}</span>}
      aria-label={say("goal")}
      defaultValue={goal}
      onBlur={event => take(event.target.value)}
      onPressEnter={event => !event.nativeEvent.isComposing && take(event.currentTarget.value)}
    />
  );
}
