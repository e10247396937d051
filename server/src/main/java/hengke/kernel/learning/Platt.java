package hengke.kernel.learning;

/**
 * Straightens chances on cases that the model has not learnt from (Platt 1999): a line through the logarithms of the
 * odds. What is aimed at is a little short of certain, as few cases prove nothing.
 */
public record Platt(double slope, double shift) {
    /** Takes chances as they are. */
    static final Platt NONE = new Platt(1, 0);

    static Platt fit(double[] logits, boolean[] positive) {
        int positives = 0;
        for (boolean each : positive) {
            positives += each ? 1 : 0;
        }
        int negatives = positive.length - positives;
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (negatives + 2.0);
        double[][] cases = new double[logits.length][];
        double[] targets = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            cases[i] = new double[] {logits[i]};
            targets[i] = positive[i] ? high : low;
        }
        LogisticRegression line = LogisticRegression.fit(cases, targets, 0);
        // what would turn the order round has found no order at all
        return line.weights()[0] > 0
                ? new Platt(line.weights()[0], line.intercept())
                : new Platt(0, Math.log((positives + 1.0) / (negatives + 1.0)));
    }

    double logit(double raw) {
        return slope * raw + shift;
    }
}
