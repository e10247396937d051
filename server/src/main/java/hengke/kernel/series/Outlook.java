package hengke.kernel.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Erf;

/**
 * How a series goes on: by the way that would have been nearest in its own past, with bounds between which the truth
 * should lie so often.
 */
public final class Outlook {
    /** Of fewer seasons one cannot tell what recurs from what happened once. */
    public static final int SEASONS = 2;

    private static final int ORIGINS = 12;
    private static final int LEAST_ORIGINS = 4;
    private static final int AHEAD = 3;
    private static final double NARROW = quantile(0.90);
    private static final double WIDE = quantile(0.975);

    private Outlook() {}

    /**
     * What is foretold.
     *
     * @param errors the mean absolute error of each way in the past of the series; empty where it is too short to try
     */
    public record Foretold(Method method, List<Step> steps, Map<Method, Double> errors) {
        public Foretold {
            steps = List.copyOf(steps);
            errors = Map.copyOf(errors);
        }
    }

    /** One step: what is foretold, and the bounds of 80 and of 95 in a hundred. */
    public record Step(double value, double low80, double high80, double low95, double high95) {}

    /** Is there enough to say anything? */
    public static boolean possible(int values, int season) {
        return values >= SEASONS * season;
    }

    public static Foretold of(double[] values, int season, int ahead) {
        Map<Method, Double> errors = errors(values, season);
        Method method = errors.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Method.SEASONAL_NAIVE);
        return new Foretold(method, steps(method, values, season, ahead), errors);
    }

    /** Foretells the last values one after another from those before them, as one would have done then. */
    private static Map<Method, Double> errors(double[] values, int season) {
        int first = Math.max(SEASONS * season, values.length - ORIGINS);
        Map<Method, Double> errors = new EnumMap<>(Method.class);
        if (values.length - first < LEAST_ORIGINS) {
            return errors;
        }
        boolean proportions = Arrays.stream(values).allMatch(value -> value > 0);
        for (Method method : Method.values()) {
            if (method == Method.DAMPED_PROPORTIONAL && !proportions) {
                continue;
            }
            double sum = 0;
            int count = 0;
            for (int origin = first; origin < values.length; origin++) {
                int ahead = Math.min(AHEAD, values.length - origin);
                double[] said = points(method, Arrays.copyOf(values, origin), season, ahead);
                for (int i = 0; i < ahead; i++) {
                    sum += Math.abs(values[origin + i] - said[i]);
                    count++;
                }
            }
            errors.put(method, sum / count);
        }
        return errors;
    }

    private static double[] points(Method method, double[] values, int season, int ahead) {
        double[] points = new double[ahead];
        if (method == Method.SEASONAL_NAIVE) {
            for (int i = 0; i < ahead; i++) {
                points[i] = before(values, season, i);
            }
            return points;
        }
        Smoothing fitted = fitted(method, values, season);
        for (int i = 0; i < ahead; i++) {
            points[i] = value(method, fitted.ahead(i + 1, values.length));
        }
        return points;
    }

    private static List<Step> steps(Method method, double[] values, int season, int ahead) {
        double[] points = points(method, values, season, ahead);
        List<Step> steps = new ArrayList<>();
        Smoothing fitted = method == Method.SEASONAL_NAIVE ? null : fitted(method, values, season);
        double repeated = fitted == null ? repeated(values, season) : 0;
        for (int i = 0; i < ahead; i++) {
            double middle = fitted == null ? points[i] : fitted.ahead(i + 1, values.length);
            double deviation =
                    fitted == null ? repeated * Math.sqrt(1 + Math.floorDiv(i, season)) : fitted.deviation(i + 1);
            steps.add(new Step(
                    points[i],
                    value(method, middle - NARROW * deviation),
                    value(method, middle + NARROW * deviation),
                    value(method, middle - WIDE * deviation),
                    value(method, middle + WIDE * deviation)));
        }
        return steps;
    }

    /** What is told of logarithms is told of values again. */
    private static double value(Method method, double told) {
        return method == Method.DAMPED_PROPORTIONAL ? Math.exp(told) : told;
    }

    /** Of the normal distribution. */
    private static double quantile(double share) {
        return Math.sqrt(2) * Erf.erfInv(2 * share - 1);
    }

    private static Smoothing fitted(Method method, double[] values, int season) {
        return switch (method) {
            case LEVEL -> Smoothing.level(values);
            case DAMPED_PROPORTIONAL ->
                Smoothing.seasonal(Arrays.stream(values).map(Math::log).toArray(), season);
            case DAMPED_SEASONAL, SEASONAL_NAIVE -> Smoothing.seasonal(values, season);
        };
    }

    private static double before(double[] values, int season, int step) {
        return values[values.length - season + step % season];
    }

    /** How far values are from those a season before. */
    private static double repeated(double[] values, int season) {
        double squares = 0;
        for (int i = season; i < values.length; i++) {
            double off = values[i] - values[i - season];
            squares += off * off;
        }
        return Math.sqrt(squares / (values.length - season));
    }
}
