import { useEffect, useRef } from "react";
import type { Trend } from "~/kernel/api/contract";
import { base, categoryAxis, type Drawn, legend, tip, tooltip } from "~/kernel/charts/options/common";
import { useChart } from "~/kernel/charts/useChart";
import { useLook } from "~/kernel/charts/useLook";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { exactText } from "~/kernel/targets/Figure";
import { shortNumber } from "~/kernel/text/decimals";
import { trendWords } from "./messages";
import { bandsOf } from "./trend";

/** What was, what is foretold, and the bands between which it should lie. */
export function TrendChart({ trend }: { trend: Trend }) {
  const say = useSay(trendWords);
  const language = useLanguage();
  const look = useLook();
  const frame = useRef<HTMLDivElement>(null);
  const { chart, width } = useChart(frame);
  useEffect(() => {
    if (!chart || width === 0) return;
    const drawn: Drawn = { look, language, past: "", width };
    const bands = bandsOf(trend);
    const first = trend.points.length;
    const text = (value: number) => exactText(trend.measure, value.toFixed(2));
    const plain = { type: "line", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
    const color = look.colors[1] ?? look.accent;
    const band = (name: string, low: (number | null)[], wide: (number | null)[], opacity: number) => [
      { ...plain, stack: name, data: low },
      { ...plain, name, stack: name, data: wide, color, areaStyle: { color, opacity } },
    ];
    chart.setOption(
      {
        ...base(drawn),
        grid: {
          left: 4,
          right: 32,
          top: 40,
          bottom: 4,
          outerBoundsMode: "same",
          outerBoundsContain: "axisLabel",
        },
        legend: legend(
          drawn,
          trend.outlook ? [say("actual"), say("foretold"), say("in80"), say("in95")] : [say("actual")],
        ),
        tooltip: {
          ...tooltip(drawn, "axis"),
          formatter: (params: { dataIndex: number }[]) => {
            const at = params[0]?.dataIndex ?? 0;
            const step = trend.outlook?.steps[at - first];
            const point = trend.points[at];
            return tip(
              bands.names[at] ?? "",
              step
                ? [
                    { name: say("foretold"), text: text(step.value), color },
                    { name: say("in80"), text: `${text(step.low80)} – ${text(step.high80)}` },
                    { name: say("in95"), text: `${text(step.low95)} – ${text(step.high95)}` },
                  ]
                : point
                  ? [{ name: say("actual"), text: text(point.value), color: look.accent }]
                  : [],
            );
          },
        },
        xAxis: { ...categoryAxis(drawn, bands.names), boundaryGap: false },
        yAxis: {
          type: "value",
          axisLabel: {
            color: look.quiet,
            fontSize: 12,
            formatter: (value: number) => shortNumber(value, language === "zh-CN"),
          },
          splitLine: { lineStyle: { color: look.line } },
        },
        series: [
          { type: "line", name: say("actual"), data: bands.actual, color: look.accent, symbolSize: 4 },
          ...(trend.outlook
            ? [
                ...band(say("in95"), bands.low95, bands.width95, 0.15),
                ...band(say("in80"), bands.low80, bands.width80, 0.25),
                {
                  type: "line",
                  name: say("foretold"),
                  data: bands.foretold,
                  color,
                  symbolSize: 4,
                  lineStyle: { type: "dashed" },
                },
              ]
            : []),
        ],
      },
      true,
    );
  }, [chart, width, trend, look, language, say]);
  return <div ref={frame} className="trend-chart" />;
}
