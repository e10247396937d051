package hengke.kernel.chart;

import hengke.kernel.report.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Categories and series over them.
 *
 * @param ordered the categories follow each other, and not every one must be named
 * @param kind of all values
 */
public record Plot(List<String> categories, boolean ordered, Figure.Kind kind, List<Series> series) {
    public Plot {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /**
     * One value, or none, for each category.
     *
     * @param past how it was before
     */
    public record Series(String name, List<@Nullable BigDecimal> values, boolean past) {
        /** The value of a category, nought for none. */
        double at(int category) {
            BigDecimal value = values.get(category);
            return value == null ? 0 : value.doubleValue();
        }
    }

    Stream<BigDecimal> values() {
        return series.stream().flatMap(each -> each.values().stream()).filter(Objects::nonNull);
    }

    boolean anyBelowNought() {
        return values().anyMatch(value -> value.signum() < 0);
    }

    boolean anything() {
        return values().anyMatch(value -> value.signum() != 0);
    }
}
