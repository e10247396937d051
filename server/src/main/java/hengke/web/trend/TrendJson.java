package hengke.web.trend;

import hengke.capability.goal.Measure;
import hengke.capability.trend.Course;
import hengke.capability.trend.Trends.Dimension;
import hengke.capability.trend.Trends.Growth;
import hengke.kernel.problem.Language;
import hengke.kernel.series.Outlook.Foretold;
import hengke.kernel.series.Outlook.Step;
import hengke.web.targets.TargetJson.MeasureJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a measure went and how it goes on.
 *
 * @param current what there is so far of the step that has not ended
 * @param missing so many more steps are needed before anything is foretold
 * @param season how much each part of the year is above or below the others, from its first step on
 */
record TrendJson(
        MeasureJson measure,
        String currency,
        String unit,
        List<PointJson> points,
        double current,
        int missing,
        @Nullable OutlookJson outlook,
        @Nullable SeasonJson season,
        List<DimensionJson> dimensions) {

    /** One step. */
    record PointJson(LocalDate from, double value) {}

    /**
     * What is foretold.
     *
     * @param errors the mean absolute error of each way on the last steps, foretold from those before them
     */
    record OutlookJson(String method, List<ErrorJson> errors, List<StepJson> steps) {}

    /** How far off one way was. */
    record ErrorJson(String method, double error) {}

    /** One step ahead, with the bounds of 80 and of 95 in a hundred. */
    record StepJson(LocalDate from, double value, double low80, double high80, double low95, double high95) {}

    /**
     * What recurs.
     *
     * @param strength how much of what is left beside the trend the season tells, from 0 to 1
     */
    record SeasonJson(double strength, List<PointJson> parts) {}

    /** By what growth may be told apart. */
    record DimensionJson(String field, String label) {}

    /** Who made a measure grow, or shrink, in the last twelve months against the twelve before. */
    record GrowthJson(String object, LocalDate from, LocalDate to, double now, double before, List<GrownJson> groups) {
        static GrowthJson of(Growth growth) {
            return new GrowthJson(
                    growth.object(),
                    growth.from(),
                    growth.to(),
                    growth.now(),
                    growth.before(),
                    growth.groups().stream()
                            .map(each -> new GrownJson(each.label(), each.now(), each.before(), each.filter()))
                            .toList());
        }
    }

    /** One of them. */
    record GrownJson(
            String label,
            double now,
            double before,
            @Nullable JsonNode filter) {}

    static TrendJson of(
            Measure measure, String currency, Course course, List<Dimension> dimensions, Language language) {
        return new TrendJson(
                MeasureJson.of(measure, language),
                currency,
                course.beat().wire(),
                points(course, course.values()),
                course.current(),
                course.missing(),
                course.foretold() == null ? null : outlook(course, course.foretold()),
                course.season() == null ? null : new SeasonJson(course.strength(), points(course, course.season())),
                dimensions.stream()
                        .map(each -> new DimensionJson(each.field(), each.label()))
                        .toList());
    }

    private static List<PointJson> points(Course course, List<Double> values) {
        List<PointJson> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new PointJson(course.beat().plus(course.from(), i), values.get(i)));
        }
        return points;
    }

    /** Nothing that is counted or paid is less than nothing. */
    private static OutlookJson outlook(Course course, Foretold foretold) {
        List<StepJson> steps = new ArrayList<>();
        List<LocalDate> ahead = course.ahead();
        for (int i = 0; i < ahead.size(); i++) {
            Step step = foretold.steps().get(i);
            steps.add(new StepJson(
                    ahead.get(i),
                    Math.max(0, step.value()),
                    Math.max(0, step.low80()),
                    Math.max(0, step.high80()),
                    Math.max(0, step.low95()),
                    Math.max(0, step.high95())));
        }
        return new OutlookJson(
                foretold.method().wire(),
                foretold.errors().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(each -> new ErrorJson(each.getKey().wire(), each.getValue()))
                        .toList(),
                steps);
    }
}
