package hengke.kernel.learning;

import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Finds positive parameters under which something is the likeliest; the same ones every time. */
final class Likeliest {
    private static final double CLOSE = 1e-12;
    private static final double EXACT = 1e-8;
    private static final int MOST_STEPS = 20_000;
    private static final int ROUNDS = 3;
    private static final double FAR = 30;

    private Likeliest() {}

    /** Searched among logarithms, so that none can become negative, and again from where the search ended. */
    static double[] positive(int number, ToDoubleFunction<double[]> logLikelihood) {
        MultivariateFunction loss = logarithms -> {
            double likelihood = logLikelihood.applyAsDouble(powers(logarithms));
            return Double.isFinite(likelihood) ? -likelihood : Double.MAX_VALUE;
        };
        double[] at = new double[number];
        for (int round = 0; round < ROUNDS; round++) {
            at = new SimplexOptimizer(new SimpleValueChecker(CLOSE, EXACT))
                    .optimize(
                            new MaxEval(MOST_STEPS),
                            new ObjectiveFunction(loss),
                            GoalType.MINIMIZE,
                            new InitialGuess(at),
                            new NelderMeadSimplex(number, 0.5))
                    .getPoint();
        }
        return powers(at);
    }

    private static double[] powers(double[] logarithms) {
        double[] powers = new double[logarithms.length];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.exp(Math.clamp(logarithms[i], -FAR, FAR));
        }
        return powers;
    }
}
