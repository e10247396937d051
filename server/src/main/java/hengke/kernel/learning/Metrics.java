package hengke.kernel.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How good chances were, measured on cases that nobody learnt from.
 *
 * @param cases how many
 * @param positives how many of them ended well
 * @param auc how often of two cases with different ends the right one had the higher chance; ties count half
 * @param aucLow lower end of the interval that holds it 95 times of 100 (DeLong et al. 1988)
 * @param aucHigh its upper end
 * @param brier mean square of the error
 * @param baseBrier the same of somebody who says of each case how many ended well in all
 * @param logLoss mean surprise
 * @param baseLogLoss the same of that somebody
 * @param calibrationError how far what was said is from what came, on average over the bins
 * @param lift how many times as many ended well in the tenth with the highest chances as in all
 * @param bins what was said and what came, from the least chance to the highest
 */
public record Metrics(
        int cases,
        int positives,
        double auc,
        double aucLow,
        double aucHigh,
        double brier,
        double baseBrier,
        double logLoss,
        double baseLogLoss,
        double calibrationError,
        double lift,
        List<Bin> bins) {
    private static final int BINS = 10;
    private static final double NORMAL_95 = 1.959964;
    private static final double LITTLE_SKILL = 0.03;
    private static final double NEVER_CERTAIN = 1e-12;

    /**
     * A tenth of the cases, by chance.
     *
     * @param said the chance on average
     * @param came the share that ended well
     */
    public record Bin(int cases, double said, double came) {}

    public Metrics {
        bins = List.copyOf(bins);
    }

    /** How much of the base rate's error is gone; less than nothing: it would be better to say the base rate. */
    public double skill() {
        return baseBrier == 0 ? 0 : 1 - brier / baseBrier;
    }

    /** Does it tell cases apart for sure, and is it nearer to the truth than the base rate? */
    public boolean beatsBaseRate() {
        return skill() > 0 && aucLow > 0.5;
    }

    /** What to say of it, honestly. */
    public enum Worth {
        /** One might as well say the base rate. */
        NONE,
        /** Hardly better than the base rate. */
        LITTLE,
        CLEAR
    }

    public Worth worth() {
        return !beatsBaseRate() ? Worth.NONE : skill() < LITTLE_SKILL ? Worth.LITTLE : Worth.CLEAR;
    }

    public static Metrics of(double[] chances, boolean[] positive) {
        int n = chances.length;
        int positives = 0;
        double brier = 0;
        double logLoss = 0;
        for (int i = 0; i < n; i++) {
            double target = positive[i] ? 1 : 0;
            positives += positive[i] ? 1 : 0;
            brier += (chances[i] - target) * (chances[i] - target);
            double right = positive[i] ? chances[i] : 1 - chances[i];
            logLoss -= Math.log(Math.max(right, NEVER_CERTAIN));
        }
        double rate = positives / (double) n;
        Auc auc = Auc.of(chances, positive);
        List<Bin> bins = bins(chances, positive);
        double error = bins.stream()
                .mapToDouble(bin -> bin.cases() * Math.abs(bin.said() - bin.came()) / n)
                .sum();
        return new Metrics(
                n,
                positives,
                auc.value(),
                Math.max(0, auc.value() - NORMAL_95 * auc.deviation()),
                Math.min(1, auc.value() + NORMAL_95 * auc.deviation()),
                brier / n,
                rate * (1 - rate),
                logLoss / n,
                entropy(rate),
                error,
                lift(chances, positive, rate),
                bins);
    }

    static boolean[] outcomes(List<Case> cases) {
        boolean[] positive = new boolean[cases.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = cases.get(i).positive();
        }
        return positive;
    }

    private static double entropy(double rate) {
        return rate <= 0 || rate >= 1 ? 0 : -rate * Math.log(rate) - (1 - rate) * Math.log(1 - rate);
    }

    private static double lift(double[] chances, boolean[] positive, double rate) {
        Integer[] order = order(chances);
        int top = Math.max(1, chances.length / 10);
        int found = 0;
        for (int i = 0; i < top; i++) {
            found += positive[order[order.length - 1 - i]] ? 1 : 0;
        }
        return rate == 0 ? 0 : found / (double) top / rate;
    }

    /** From the least chance up; the earlier case first among equals. */
    private static Integer[] order(double[] chances) {
        Integer[] order = new Integer[chances.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> chances[i]));
        return order;
    }

    private static List<Bin> bins(double[] chances, boolean[] positive) {
        Integer[] order = order(chances);
        int many = Math.min(BINS, order.length);
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < many; bin++) {
            int from = order.length * bin / many;
            int to = order.length * (bin + 1) / many;
            double said = 0;
            int came = 0;
            for (int i = from; i < to; i++) {
                said += chances[order[i]];
                came += positive[order[i]] ? 1 : 0;
            }
            bins.add(new Bin(to - from, said / (to - from), came / (double) (to - from)));
        }
        return bins;
    }
}
