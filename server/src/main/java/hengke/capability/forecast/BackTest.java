package hengke.capability.forecast;

import hengke.capability.goal.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How true each way of foretelling came, in past periods that all of them could have foretold. */
public final class BackTest {
    /** Of fewer periods nothing is said: luck would be taken for skill. */
    public static final int LEAST = 3;

    private BackTest() {}

    /**
     * What was known at a moment of a past period, and how it ended.
     *
     * @param day of the snapshot
     */
    public record Past(Span period, Horizon horizon, LocalDate day, Known known, BigDecimal actual) {}

    /** What was foretold then. */
    public record Point(
            Span period, Horizon horizon, LocalDate day, BigDecimal actual, Map<Method, BigDecimal> foretold) {}

    /**
     * How true one of them came.
     *
     * @param error the sum of all errors as a share of all that came (WAPE)
     * @param bias more than nothing: it promised too much
     * @param compared did it take part in the comparison?
     */
    public record Score(Method method, int periods, double error, double bias, boolean compared) {}

    /**
     * At one horizon.
     *
     * @param scores the best first, of equals the naive one, and those that did not take part last
     * @param winner null while there is too little to tell
     * @param periods in which all that take part are compared
     */
    public record Verdict(
            Horizon horizon, List<Score> scores, @Nullable Method winner, int periods) {}

    /**
     * What each way would have said. Of what was open at the same moment of earlier periods one knew how much was won by
     * then, if they had ended.
     *
     * @param pasts by period, the oldest first
     */
    public static List<Point> points(List<Past> pasts) {
        List<Point> points = new ArrayList<>();
        for (Past past : pasts) {
            Known known = past.known().yielding(earlier(pasts, past));
            Map<Method, BigDecimal> foretold = new EnumMap<>(Method.class);
            for (Method method : Method.values()) {
                method.says(known).ifPresent(amount -> foretold.put(method, amount));
            }
            points.add(new Point(past.period(), past.horizon(), past.day(), past.actual(), foretold));
        }
        return points;
    }

    private static @Nullable Double earlier(List<Past> pasts, Past of) {
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal won = BigDecimal.ZERO;
        for (Past past : pasts) {
            if (past.horizon() == of.horizon() && !past.period().until().isAfter(of.day())) {
                open = open.add(past.known().open());
                won = won.add(past.actual().subtract(past.known().won()));
            }
        }
        return open.signum() > 0 ? (Double) (won.doubleValue() / open.doubleValue()) : null;
    }

    public static List<Verdict> verdicts(List<Point> points) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            List<Point> these =
                    points.stream().filter(point -> point.horizon() == horizon).toList();
            verdicts.add(verdict(horizon, these));
        }
        return verdicts;
    }

    /** Whoever spoke in too few periods does not keep the others from being compared. */
    private static Verdict verdict(Horizon horizon, List<Point> points) {
        List<Method> taking = new ArrayList<>(List.of(Method.values()));
        taking.removeIf(method -> spoken(points, method).size() < LEAST);
        while (!taking.isEmpty() && common(points, taking).size() < LEAST) {
            taking.remove(taking.stream()
                    .min(Comparator.comparing(
                            (Method method) -> spoken(points, method).size()))
                    .orElseThrow());
        }
        List<Point> compared = common(points, taking);
        List<Score> scores = new ArrayList<>();
        for (Method method : Method.values()) {
            boolean takes = taking.contains(method);
            score(method, takes ? compared : spoken(points, method), takes).ifPresent(scores::add);
        }
        scores.sort(Comparator.comparing((Score score) -> !score.compared())
                .thenComparing(Score::error)
                .thenComparing(score -> !score.method().naive()));
        Method winner = scores.stream()
                .filter(Score::compared)
                .findFirst()
                .map(Score::method)
                .orElse(null);
        return new Verdict(horizon, scores, winner, taking.isEmpty() ? 0 : compared.size());
    }

    private static List<Point> spoken(List<Point> points, Method method) {
        return common(points, List.of(method));
    }

    private static List<Point> common(List<Point> points, List<Method> methods) {
        return points.stream()
                .filter(point -> point.foretold().keySet().containsAll(methods))
                .toList();
    }

    private static Optional<Score> score(Method method, List<Point> points, boolean compared) {
        double came = 0;
        double errors = 0;
        double signed = 0;
        for (Point point : points) {
            double error =
                    point.foretold().getOrDefault(method, BigDecimal.ZERO).doubleValue()
                            - point.actual().doubleValue();
            came += point.actual().doubleValue();
            errors += Math.abs(error);
            signed += error;
        }
        return came > 0
                ? Optional.of(new Score(method, points.size(), errors / came, signed / came, compared))
                : Optional.empty();
    }
}
