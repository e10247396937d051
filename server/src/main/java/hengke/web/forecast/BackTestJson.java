package hengke.web.forecast;

import hengke.capability.forecast.BackTest;
import hengke.capability.forecast.BackTest.Point;
import hengke.capability.forecast.BackTest.Score;
import hengke.capability.forecast.BackTest.Verdict;
import hengke.capability.forecast.BackTests.Tested;
import hengke.capability.goal.Span;
import hengke.kernel.access.Company;
import hengke.kernel.problem.Language;
import hengke.web.targets.TargetJson.MeasureJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How true forecasts came.
 *
 * @param firstSnapshot null while there is none
 * @param least in so many periods a way must have spoken to be compared
 */
record BackTestJson(
        MeasureJson measure,
        String currency,
        int firstMonth,
        String unit,
        @Nullable LocalDate firstSnapshot,
        int least,
        List<VerdictJson> verdicts,
        List<PointJson> points) {

    /**
     * At one horizon.
     *
     * @param winner null while there is too little to tell
     * @param periods in which those that take part are compared
     */
    record VerdictJson(String horizon, @Nullable String winner, int periods, List<ScoreJson> scores) {}

    /**
     * One way of foretelling.
     *
     * @param error the sum of all errors as a share of all that came
     * @param bias more than nothing: it promised too much
     */
    record ScoreJson(String method, boolean naive, int periods, double error, double bias, boolean compared) {}

    /**
     * One period at one horizon.
     *
     * @param day of the snapshot
     */
    record PointJson(LocalDate from, String horizon, LocalDate day, String actual, List<ForetoldJson> foretold) {}

    /** What one way said. */
    record ForetoldJson(String method, String amount) {}

    static BackTestJson of(Tested tested, Span.Unit unit, Company company, Language language) {
        return new BackTestJson(
                MeasureJson.of(tested.won().measure(), language),
                company.currency(),
                company.fiscalYearStart().getValue(),
                unit.wire(),
                tested.first(),
                BackTest.LEAST,
                tested.verdicts().stream().map(BackTestJson::verdict).toList(),
                tested.points().stream().map(BackTestJson::point).toList());
    }

    private static VerdictJson verdict(Verdict verdict) {
        return new VerdictJson(
                verdict.horizon().wire(),
                verdict.winner() == null ? null : verdict.winner().wire(),
                verdict.periods(),
                verdict.scores().stream().map(BackTestJson::score).toList());
    }

    private static ScoreJson score(Score score) {
        return new ScoreJson(
                score.method().wire(),
                score.method().naive(),
                score.periods(),
                score.error(),
                score.bias(),
                score.compared());
    }

    private static PointJson point(Point point) {
        return new PointJson(
                point.period().from(),
                point.horizon().wire(),
                point.day(),
                plain(point.actual()),
                point.foretold().entrySet().stream()
                        .map(each -> new ForetoldJson(each.getKey().wire(), plain(each.getValue())))
                        .toList());
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
