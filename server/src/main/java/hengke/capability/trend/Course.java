package hengke.capability.trend;

import hengke.kernel.series.Decomposition;
import hengke.kernel.series.Outlook;
import hengke.kernel.series.Outlook.Foretold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * How a measure went, step by step, and how it goes on.
 *
 * @param from the first day of the first step
 * @param values of the steps that have ended; those in which there was nothing are nought
 * @param current what there is so far of the step that has not ended
 * @param missing so many more steps are needed before anything is foretold; 0 where it is
 * @param foretold null while some are missing
 * @param season how much each part of the year is above or below the others; null while some are missing
 * @param strength how much of what is left beside the trend the season tells, from 0 to 1
 */
public record Course(
        Beat beat,
        LocalDate from,
        List<Double> values,
        double current,
        int missing,
        @Nullable Foretold foretold,
        @Nullable List<Double> season,
        double strength) {
    private static final int SEASONS = 5;

    /** Of sums by the first days of their steps; only the last years are looked at. */
    static Course of(NavigableMap<LocalDate, Double> sums, Beat beat, LocalDate today) {
        LocalDate now = beat.start(today);
        NavigableMap<LocalDate, Double> ended = sums.headMap(now, false);
        LocalDate earliest = beat.plus(now, -SEASONS * beat.season());
        LocalDate from = ended.isEmpty() ? now : later(ended.firstKey(), earliest);
        List<Double> values = new ArrayList<>();
        for (LocalDate step = from; step.isBefore(now); step = beat.plus(step, 1)) {
            values.add(sums.getOrDefault(step, 0.0));
        }
        double[] known = values.stream().mapToDouble(Double::doubleValue).toArray();
        double current = sums.getOrDefault(now, 0.0);
        if (!Outlook.possible(known.length, beat.season())) {
            int missing = Outlook.SEASONS * beat.season() - known.length;
            return new Course(beat, from, values, current, missing, null, null, 0);
        }
        return new Course(
                beat,
                from,
                values,
                current,
                0,
                Outlook.of(known, beat.season(), beat.ahead()),
                Arrays.stream(Decomposition.seasons(known, beat.season()))
                        .boxed()
                        .toList(),
                Decomposition.strength(known, beat.season()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first days of the steps that are foretold; the first of them is the one that has not ended. */
    public List<LocalDate> ahead() {
        List<LocalDate> ahead = new ArrayList<>();
        for (int i = 0; i < beat.ahead(); i++) {
            ahead.add(beat.plus(from, values.size() + i));
        }
        return ahead;
    }
}
