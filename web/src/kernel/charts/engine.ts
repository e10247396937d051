import {
  BarChart,
  GaugeChart,
  HeatmapChart,
  LineChart,
  MapChart,
  PieChart,
  ScatterChart,
} from "echarts/charts";
import {
  AriaComponent,
  DataZoomSliderComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from "echarts/components";
import { type ECharts, getMap, init, registerMap, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

// Only what the charts of the product need; loaded when the first of them is shown.
use([
  BarChart,
  LineChart,
  PieChart,
  GaugeChart,
  ScatterChart,
  HeatmapChart,
  MapChart,
  GeoComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  DataZoomSliderComponent,
  AriaComponent,
  LabelLayout,
  CanvasRenderer,
]);

export type Engine = ECharts;

/** Begins to draw in an element. */
export function drawIn(element: HTMLElement): Engine {
  return init(element);
}

/** Makes a map known by its name, once. */
export function learnMap(name: string, map: object): void {
  if (!getMap(name)) registerMap(name, map as Parameters<typeof registerMap>[1]);
}
