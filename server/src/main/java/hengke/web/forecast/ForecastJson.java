package hengke.web.forecast;

import hengke.capability.forecast.Forecasts;
import hengke.capability.forecast.Forecasts.Forecast;
import hengke.capability.forecast.Forecasts.Line;
import hengke.capability.forecast.Part;
import hengke.kernel.problem.Language;
import hengke.web.targets.TargetJson.CountedJson;
import hengke.web.targets.TargetJson.LineJson;
import hengke.web.targets.TargetJson.MeasureJson;
import hengke.web.targets.TargetJson.SpanJson;
import java.util.ArrayList;
import java.util.List;

/**
 * A forecast as it is told; amounts as text.
 *
 * @param learnt is there a model in use by which one could weigh?
 */
record ForecastJson(
        String object,
        MeasureJson measure,
        String currency,
        int firstMonth,
        SpanJson span,
        boolean learnt,
        List<ForecastLineJson> lines) {

    /**
     * Of a person or department.
     *
     * @param standing what is won and aimed at
     * @param open what is expected and not won yet
     */
    record ForecastLineJson(LineJson standing, List<OpenJson> open) {}

    /** What is expected by one way of counting. */
    record OpenJson(String part, String amount, List<CountedJson> records) {}

    static ForecastJson of(
            String object, Forecast forecast, String currency, int firstMonth, SpanJson span, Language language) {
        return new ForecastJson(
                object,
                MeasureJson.of(forecast.won().measure(), language),
                currency,
                firstMonth,
                span,
                forecast.learnt(),
                forecast.lines().stream().map(ForecastJson::line).toList());
    }

    private static ForecastLineJson line(Line line) {
        List<OpenJson> open = new ArrayList<>();
        for (Part part : Part.values()) {
            Forecasts.Open found = line.open().get(part);
            if (found != null) {
                open.add(new OpenJson(
                        part.wire(), found.amount().setScale(2).toPlainString(), CountedJson.of(found.records())));
            }
        }
        return new ForecastLineJson(LineJson.of(line.standing(), line.won()), open);
    }
}
