package hengke.kernel.learning;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The area under the curve of hits against false alarms, and how far chance may have moved it: DeLong, DeLong and
 * Clarke-Pearson 1988, by ranks as Sun and Xu 2014 reckon it.
 */
record Auc(double value, double deviation) {
    static Auc of(double[] chances, boolean[] positive) {
        int positives = 0;
        for (boolean each : positive) {
            positives += each ? 1 : 0;
        }
        int negatives = positive.length - positives;
        if (positives == 0 || negatives == 0) {
            return new Auc(0.5, 0.5);
        }
        double[] high = new double[positives];
        double[] low = new double[negatives];
        int up = 0;
        int down = 0;
        for (int i = 0; i < positive.length; i++) {
            if (positive[i]) {
                high[up++] = chances[i];
            } else {
                low[down++] = chances[i];
            }
        }
        double[] all = new double[positive.length];
        System.arraycopy(high, 0, all, 0, positives);
        System.arraycopy(low, 0, all, positives, negatives);
        double[] ranks = ranks(all);
        double[] amongHigh = ranks(high);
        double[] amongLow = ranks(low);
        // of each positive, the share of negatives below it; of each negative, the share of positives above it
        double[] below = new double[positives];
        double[] above = new double[negatives];
        for (int i = 0; i < positives; i++) {
            below[i] = (ranks[i] - amongHigh[i]) / negatives;
        }
        for (int i = 0; i < negatives; i++) {
            above[i] = 1 - (ranks[positives + i] - amongLow[i]) / positives;
        }
        return new Auc(mean(below), Math.sqrt(variance(below) / positives + variance(above) / negatives));
    }

    /** Ranks from one up; equal ones share theirs. */
    private static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return values.length < 2
                ? 0
                : Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
