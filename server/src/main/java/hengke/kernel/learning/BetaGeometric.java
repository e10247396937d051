package hengke.kernel.learning;

import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * How often people buy who come back without a contract, and when they stop: while alive at a rate that differs from one
 * to the next as a gamma distribution does, and after each purchase gone for ever with a chance that differs as a beta
 * distribution does. BG/NBD of Fader, Hardie and Lee, Marketing Science 24 (2005), 275-284;
 * the numbers in brackets are theirs.
 *
 * @param r shape of the rates
 * @param alpha weeks; the mean rate is r / alpha a week
 * @param a with {@code b} the shape of the chances to stop, whose mean is a / (a + b)
 */
public record BetaGeometric(double r, double alpha, double a, double b) {
    private static final double SMALL = 1e-10;
    private static final int MOST_TERMS = 10_000;
    private static final double NEARLY_ONE = 1 + 1e-6;

    /** The parameters under which these purchases are the likeliest. */
    public static BetaGeometric fit(List<Buying> people) {
        double[] best = Likeliest.positive(4, parameters -> of(parameters).logLikelihood(people));
        return of(best);
    }

    private static BetaGeometric of(double[] parameters) {
        return new BetaGeometric(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    /** How likely these purchases are, as a logarithm (6). */
    public double logLikelihood(List<Buying> people) {
        double rate = r * Math.log(alpha) - Gamma.logGamma(r);
        double stop = Gamma.logGamma(a + b) - Gamma.logGamma(b);
        double sum = 0;
        for (Buying each : people) {
            double x = each.repeats();
            double alive = -(r + x) * Math.log(alpha + each.age());
            double either = alive;
            if (x > 0) {
                double gone = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + each.last());
                double more = Math.max(alive, gone);
                either = more + Math.log(Math.exp(alive - more) + Math.exp(gone - more));
            }
            sum += rate + stop + Gamma.logGamma(r + x) + Gamma.logGamma(b + x) - Gamma.logGamma(a + b + x) + either;
        }
        return sum;
    }

    /** How likely somebody will buy again at all. Whoever bought once is always thought to, so little does it tell. */
    public double alive(Buying person) {
        double x = person.repeats();
        return x == 0
                ? 1
                : 1 / (1 + a / (b + x - 1) * Math.pow((alpha + person.age()) / (alpha + person.last()), r + x));
    }

    /** How many purchases to expect of somebody in the coming weeks (10). */
    public double expected(Buying person, double weeks) {
        double x = person.repeats();
        // the formula has no value where a is one, and is steady on both sides
        double shape = Math.abs(a - 1) < SMALL ? NEARLY_ONE : a;
        double until = alpha + person.age() + weeks;
        double series = hypergeometric(r + x, b + x, shape + b + x - 1, weeks / until);
        double ever =
                (shape + b + x - 1) / (shape - 1) * (1 - Math.pow((alpha + person.age()) / until, r + x) * series);
        return Math.max(0, ever * alive(person));
    }

    /** The Gaussian hypergeometric function by its series, which converges for arguments below one. */
    static double hypergeometric(double first, double second, double third, double argument) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS && Math.abs(term) > SMALL * Math.abs(sum); n++) {
            term *= (first + n) * (second + n) / (third + n) / (n + 1) * argument;
            sum += term;
        }
        return sum;
    }
}
