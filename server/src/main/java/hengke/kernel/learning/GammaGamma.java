package hengke.kernel.learning;

import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * What people spend on a purchase: around a mean that differs from one to the next, and has nothing to do with how often
 * they buy. Fader and Hardie, The Gamma-Gamma Model of Monetary Value (2013); the numbers in brackets are theirs.
 */
public record GammaGamma(double p, double q, double v) {

    /** The parameters under which what these people spent is the likeliest; of those who bought again. */
    public static GammaGamma fit(List<Buying> people) {
        List<Buying> known = people.stream().filter(GammaGamma::tells).toList();
        double[] best = Likeliest.positive(3, parameters -> of(parameters).logLikelihood(known));
        return of(best);
    }

    private static boolean tells(Buying person) {
        return person.repeats() > 0 && person.mean() > 0;
    }

    private static GammaGamma of(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    /** How likely it is that these people spent so, as a logarithm (1a). */
    public double logLikelihood(List<Buying> people) {
        double sum = 0;
        for (Buying each : people) {
            double x = each.repeats();
            double z = each.mean();
            sum += Gamma.logGamma(p * x + q)
                    - Gamma.logGamma(p * x)
                    - Gamma.logGamma(q)
                    + q * Math.log(v)
                    + (p * x - 1) * Math.log(z)
                    + p * x * Math.log(x)
                    - (p * x + q) * Math.log(v + x * z);
        }
        return sum;
    }

    /** What to expect a purchase of somebody to come to: between everybody's mean and the own one (5). */
    public double expected(Buying person) {
        double x = tells(person) ? person.repeats() : 0;
        return p * (v + x * person.mean()) / (p * x + q - 1);
    }

    /** What a purchase comes to on average; only where there {@linkplain #hasMean is a mean}. */
    public double mean() {
        return p * v / (q - 1);
    }

    /** Is there a mean at all? A few spend so much that there is none otherwise. */
    public boolean hasMean() {
        return q > 1;
    }

    /**
     * How much what people spend goes with how often they buy, from -1 to 1: the model takes it for nothing.
     *
     * @return 0 where too few are known
     */
    public static double dependence(List<Buying> people) {
        List<Buying> known = people.stream().filter(GammaGamma::tells).toList();
        double often = known.stream().mapToDouble(Buying::repeats).average().orElse(0);
        double much = known.stream().mapToDouble(Buying::mean).average().orElse(0);
        double both = 0;
        double one = 0;
        double other = 0;
        for (Buying each : known) {
            both += (each.repeats() - often) * (each.mean() - much);
            one += Math.pow(each.repeats() - often, 2);
            other += Math.pow(each.mean() - much, 2);
        }
        return one == 0 || other == 0 ? 0 : both / Math.sqrt(one * other);
    }
}
