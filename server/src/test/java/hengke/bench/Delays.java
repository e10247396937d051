package hengke.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long each of many was on its way. */
final class Delays {
    private final ConcurrentLinkedQueue<Double> milliseconds = new ConcurrentLinkedQueue<>();

    void add(Duration delay) {
        milliseconds.add(delay.toNanos() / 1e6);
    }

    int count() {
        return milliseconds.size();
    }

    void forget() {
        milliseconds.clear();
    }

    /** Until so many have come, or nobody has patience any more. */
    void await(int expected, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (count() < expected && System.nanoTime() < end) {
            Product.pause();
        }
    }

    @Override
    public String toString() {
        double[] sorted =
                milliseconds.stream().mapToDouble(each -> each).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : "median %.0f ms, 95 %% within %.0f ms, all within %.0f ms"
                        .formatted(
                                at(sorted, 0.5),
                                at(sorted, 0.95),
                                Arrays.stream(sorted).max().orElseThrow());
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }
}
