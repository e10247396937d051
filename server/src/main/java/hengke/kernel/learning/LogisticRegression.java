package hengke.kernel.learning;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * The odds as a product of factors, each kept near one by a penalty on the squares of the weights. Fitted by Newton's
 * method, which for this convex loss finds the only answer in a handful of steps, and the same one every time.
 *
 * @param intercept the odds of a case that is average in everything, as a logarithm
 * @param weights of each number of a case
 */
record LogisticRegression(double intercept, double[] weights) {
    private static final int MOST_STEPS = 50;
    private static final double SMALL = 1e-9;
    private static final double LEAST_VARIANCE = 1e-10;

    /**
     * @param targets how likely each case was to end well: nought or one, or in between
     * @param penalty half of it times the squares of the weights is added to the loss
     */
    static LogisticRegression fit(double[][] cases, double[] targets, double penalty) {
        int width = cases.length == 0 ? 1 : cases[0].length + 1;
        double[] weights = new double[width];
        double loss = loss(cases, targets, penalty, weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] towards = newton(cases, targets, penalty, weights);
            double[] next = moved(weights, towards, 1);
            double nextLoss = loss(cases, targets, penalty, next);
            for (double part = 0.5; nextLoss > loss && part > SMALL; part /= 2) {
                next = moved(weights, towards, part);
                nextLoss = loss(cases, targets, penalty, next);
            }
            if (nextLoss > loss - SMALL * (1 + Math.abs(loss))) {
                break;
            }
            weights = next;
            loss = nextLoss;
        }
        double[] slopes = new double[width - 1];
        System.arraycopy(weights, 1, slopes, 0, width - 1);
        return new LogisticRegression(weights[0], slopes);
    }

    /** The logarithm of the odds of a case. */
    double logit(double[] numbers) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * numbers[i];
        }
        return sum;
    }

    static double chance(double logit) {
        return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
    }

    /** Where the loss, taken for a parabola, is least. */
    private static double[] newton(double[][] cases, double[] targets, double penalty, double[] weights) {
        int width = weights.length;
        double[] slope = new double[width];
        double[][] bend = new double[width][width];
        for (int row = 0; row < cases.length; row++) {
            double chance = chance(logit(cases[row], weights));
            double variance = Math.max(chance * (1 - chance), LEAST_VARIANCE);
            double missed = targets[row] - chance;
            for (int i = 0; i < width; i++) {
                double mine = i == 0 ? 1 : cases[row][i - 1];
                slope[i] += missed * mine;
                double weighed = variance * mine;
                for (int j = 0; j <= i; j++) {
                    bend[i][j] += weighed * (j == 0 ? 1 : cases[row][j - 1]);
                }
            }
        }
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                slope[i] -= penalty * weights[i];
            }
            // the least bit on the intercept, so that even nothing to learn from has an answer
            bend[i][i] += i > 0 ? Math.max(penalty, SMALL) : SMALL;
            for (int j = 0; j < i; j++) {
                bend[j][i] = bend[i][j];
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(bend, false))
                .getSolver()
                .solve(new ArrayRealVector(slope, false))
                .toArray();
    }

    private static double[] moved(double[] from, double[] towards, double part) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += part * towards[i];
        }
        return to;
    }

    private static double loss(double[][] cases, double[] targets, double penalty, double[] weights) {
        double loss = 0;
        for (int row = 0; row < cases.length; row++) {
            double logit = logit(cases[row], weights);
            // log(1 + e^logit) without overflow
            loss += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - targets[row] * logit;
        }
        for (int i = 1; i < weights.length; i++) {
            loss += penalty / 2 * weights[i] * weights[i];
        }
        return loss;
    }

    private static double logit(double[] numbers, double[] weights) {
        double sum = weights[0];
        for (int i = 0; i < numbers.length; i++) {
            sum += weights[i + 1] * numbers[i];
        }
        return sum;
    }
}
