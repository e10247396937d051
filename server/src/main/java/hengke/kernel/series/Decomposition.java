package hengke.kernel.series;

import java.util.Arrays;

/** What of a series recurs with the season, and how strongly. */
public final class Decomposition {
    private Decomposition() {}

    /** How much each part of the season is above or below the others, on average; together nothing. */
    public static double[] seasons(double[] values, int season) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        for (int i = 0; i < values.length; i++) {
            double middle = centred(values, season, i);
            if (!Double.isNaN(middle)) {
                sums[i % season] += values[i] - middle;
                counts[i % season]++;
            }
        }
        double[] seasons = new double[season];
        for (int i = 0; i < season; i++) {
            seasons[i] = counts[i] == 0 ? 0 : sums[i] / counts[i];
        }
        double mean = Arrays.stream(seasons).average().orElse(0);
        return Arrays.stream(seasons).map(each -> each - mean).toArray();
    }

    /** How much of what is left beside the trend the season tells, from 0 to 1 (Wang, Smith and Hyndman, 2006). */
    public static double strength(double[] values, int season) {
        double[] seasons = seasons(values, season);
        double left = 0;
        double detrended = 0;
        for (int i = 0; i < values.length; i++) {
            double middle = centred(values, season, i);
            if (!Double.isNaN(middle)) {
                double off = values[i] - middle;
                detrended += off * off;
                left += (off - seasons[i % season]) * (off - seasons[i % season]);
            }
        }
        return detrended == 0 ? 0 : Math.max(0, 1 - left / detrended);
    }

    /** The mean of a whole season around a place; nothing where there is none. */
    private static double centred(double[] values, int season, int at) {
        int half = season / 2;
        if (at < half || at + half >= values.length) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = at - half; i <= at + half; i++) {
            boolean edge = season % 2 == 0 && (i == at - half || i == at + half);
            sum += edge ? values[i] / 2 : values[i];
        }
        return sum / season;
    }
}
