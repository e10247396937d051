package hengke.kernel.learning;

/**
 * How often something ended well, with some trust in what was thought before: the mean of a beta distribution that began
 * as if {@link #TRUST} cases had been seen with the rate thought of. With few cases it stays near that, with many it is
 * what was seen.
 *
 * @param decided so many have ended
 * @param positives so many of them well
 * @param prior the rate thought of before, between nought and one
 */
public record ShrunkRate(long decided, long positives, double prior) {
    public static final double TRUST = 20;

    public double value() {
        return (positives + TRUST * prior) / (decided + TRUST);
    }
}
