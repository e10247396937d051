package hengke.capability.worth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the worth of an object's records is told.
 *
 * @param sources which other records count as deals, beside those whose definition says so
 * @param without the objects whose records do not count although their definition says so
 * @param months how far back deals count; null for all there were
 * @param day the day from which one looks back; null for today
 * @param recency days at most for a score of 2, 3, 4 and 5; null for equal fifths
 * @param frequency deals at least for these scores; null for equal fifths
 * @param monetary amounts at least for these scores; null for equal fifths
 * @param high from which score on one is high; null for above the average
 * @param version as it was read
 */
public record WorthDefinition(
        String object,
        List<PurchaseSource> sources,
        Set<String> without,
        @Nullable Integer months,
        @Nullable LocalDate day,
        @Nullable List<BigDecimal> recency,
        @Nullable List<BigDecimal> frequency,
        @Nullable List<BigDecimal> monetary,
        @Nullable Integer high,
        long version) {
    private static final int USUAL_MONTHS = 12;

    public WorthDefinition {
        sources = List.copyOf(sources);
        without = Set.copyOf(without);
        recency = recency == null ? null : List.copyOf(recency);
        frequency = frequency == null ? null : List.copyOf(frequency);
        monetary = monetary == null ? null : List.copyOf(monetary);
    }

    /** What holds before anybody decides. */
    static WorthDefinition usual(String object) {
        return new WorthDefinition(object, List.of(), Set.of(), USUAL_MONTHS, null, null, null, null, null, 0);
    }

    /** The same with other sources. */
    public WorthDefinition counting(List<PurchaseSource> others) {
        return new WorthDefinition(object, others, without, months, day, recency, frequency, monetary, high, version);
    }

    WorthDefinition at(long otherVersion) {
        return new WorthDefinition(
                object, sources, without, months, day, recency, frequency, monetary, high, otherVersion);
    }

    /** The last day before the window that ends on this day; null when it has no beginning. */
    public @Nullable LocalDate before(LocalDate end) {
        return months == null ? null : end.minusMonths(months);
    }
}
