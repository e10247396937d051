package hengke.kernel.series;

import java.util.Arrays;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Exponential smoothing in the form of errors: level, damped trend and additive seasons, or the level alone. How fast
 * each follows is what makes the squares of the one-step errors least (Hyndman et al., Forecasting with Exponential
 * Smoothing, 2008).
 */
final class Smoothing {
    private static final double CLOSE = 1e-10;
    private static final int MOST_STEPS = 4_000;
    private static final double DAMPED_LEAST = 0.8;
    private static final double DAMPED_MOST = 0.98;

    private final double alpha;
    private final double beta;
    private final double phi;
    private final double gamma;
    private final int season;
    private final double level;
    private final double trend;
    private final double[] seasons;
    private final double variance;

    private Smoothing(Speeds speeds, int season, State end, double variance) {
        this.alpha = speeds.alpha;
        this.beta = speeds.beta;
        this.phi = speeds.phi;
        this.gamma = speeds.gamma;
        this.season = season;
        this.level = end.level;
        this.trend = end.trend;
        this.seasons = end.seasons;
        this.variance = variance;
    }

    private record Speeds(double alpha, double beta, double phi, double gamma) {}

    private static final class State {
        private double level;
        private double trend;
        private final double[] seasons;
        private double squares;

        State(double level, double trend, double[] seasons) {
            this.level = level;
            this.trend = trend;
            this.seasons = seasons.clone();
        }
    }

    /** The level alone. */
    static Smoothing level(double[] values) {
        double start =
                Arrays.stream(values, 0, Math.min(values.length, 4)).average().orElse(0);
        double[] found = least(1, at -> run(values, 1, new State(start, 0, new double[1]), ofLevel(at)).squares);
        return fitted(values, 1, new State(start, 0, new double[1]), ofLevel(found), 2);
    }

    /** All of it, of two whole seasons at least. */
    static Smoothing seasonal(double[] values, int season) {
        double[] seasons = Decomposition.seasons(values, season);
        double first = mean(values, 0, season);
        double second = mean(values, season, 2 * season);
        double trend = (second - first) / season;
        State start = new State(first - trend * (season + 1) / 2, trend, seasons);
        double[] found = least(4, at -> run(values, season, start, ofSeasons(at)).squares);
        return fitted(values, season, start, ofSeasons(found), 4 + 2);
    }

    private static Speeds ofLevel(double[] at) {
        return new Speeds(between(at[0], 0.01, 0.99), 0, 0, 0);
    }

    private static Speeds ofSeasons(double[] at) {
        double alpha = between(at[0], 0.01, 0.99);
        return new Speeds(
                alpha,
                alpha * between(at[1], 0.001, 0.99),
                between(at[2], DAMPED_LEAST, DAMPED_MOST),
                (1 - alpha) * between(at[3], 0.001, 0.99));
    }

    private static Smoothing fitted(double[] values, int season, State start, Speeds speeds, int free) {
        State end = run(values, season, start, speeds);
        int degrees = Math.max(1, values.length - free - (season > 1 ? season - 1 : 0));
        return new Smoothing(speeds, season, end, end.squares / degrees);
    }

    /** Goes through the values; each is foretold before it is learnt from. */
    private static State run(double[] values, int season, State start, Speeds speeds) {
        State state = new State(start.level, start.trend, start.seasons);
        for (int i = 0; i < values.length; i++) {
            double carried = speeds.phi * state.trend;
            double error = values[i] - state.level - carried - state.seasons[i % season];
            state.squares += error * error;
            state.level += carried + speeds.alpha * error;
            state.trend = carried + speeds.beta * error;
            state.seasons[i % season] += speeds.gamma * error;
        }
        return state;
    }

    /** Searched where every point stands for an allowed one; begins slow, because most series are. */
    private static double[] least(int number, MultivariateFunction squares) {
        double[] start = new double[number];
        Arrays.fill(start, -1);
        return new SimplexOptimizer(new SimpleValueChecker(CLOSE, CLOSE))
                .optimize(
                        new MaxEval(MOST_STEPS),
                        new ObjectiveFunction(squares),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(number, 1.0))
                .getPoint();
    }

    private static double between(double at, double least, double most) {
        return least + (most - least) / (1 + Math.exp(-at));
    }

    /** What is foretold so many steps after the values, the next one being 1. */
    double ahead(int steps, int values) {
        double damped = 0;
        double power = 1;
        for (int i = 1; i <= steps; i++) {
            power *= phi;
            damped += power;
        }
        return level + damped * trend + seasons[(values + steps - 1) % season];
    }

    /** How far the truth may be from that: the errors of the steps before are carried on. */
    double deviation(int steps) {
        double sum = 1;
        double damped = 0;
        double power = 1;
        for (int i = 1; i < steps; i++) {
            power *= phi;
            damped += power;
            double carried = alpha + beta * damped + (season > 1 && i % season == 0 ? gamma : 0);
            sum += carried * carried;
        }
        return Math.sqrt(variance * sum);
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(0);
    }
}
