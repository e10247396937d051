package hengke.kernel.chart;

/** What can be drawn without a browser. */
public enum ChartKind {
    BAR,
    STACKED,
    LINE,
    AREA,
    PIE,
    FUNNEL
}
