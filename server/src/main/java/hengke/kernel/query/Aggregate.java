package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.TextListType;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grouped summary that is known to make sense. */
public record Aggregate(List<Dimension> dimensions, List<Measure> measures, List<Order> order, int limit) {

    public Aggregate {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        order = List.copyOf(order);
    }

    /** Are the totals the sums of all groups? Not averages, and not where a list counts its record more than once. */
    boolean addsUp() {
        return dimensions.stream().noneMatch(Dimension::isList)
                && measures.stream()
                        .allMatch(each -> each.function() == Function.COUNT || each.function() == Function.SUM);
    }

    /**
     * By what is grouped. A list counts its record once for each member.
     *
     * @param name as it may be sorted by: the path as it was asked for
     * @param through the reference crossed; null for a field of the object itself
     */
    public record Dimension(String name, @Nullable Through through, Field<?> field, Bucket bucket) {
        boolean isList() {
            return field.type() instanceof TextListType || field.type() instanceof IdListType;
        }
    }

    /** A reference crossed to group by a field behind it; records that may not be seen there count as absent. */
    public record Through(Field<?> reference, ObjectDefinition target, Criterion seen) {}

    /** What of a value makes the group. */
    public sealed interface Bucket {
        /** The value itself. */
        record Whole() implements Bucket {}

        /** The first day of the period a time lies in, as the company's calendar has it. */
        record Period(Unit unit, ZoneId zone) implements Bucket {}

        /** The first digits of a region's code. */
        record Level(int digits) implements Bucket {}

        /** A period of the calendar; weeks begin on Monday. */
        enum Unit {
            DAY,
            WEEK,
            MONTH,
            QUARTER,
            YEAR
        }
    }

    /** What is computed of a group. */
    public enum Function {
        COUNT("count"),
        COUNT_DISTINCT("countDistinct"),
        SUM("sum"),
        AVG("avg"),
        MIN("min"),
        MAX("max");

        private final String wire;

        Function(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    /**
     * One figure of each group.
     *
     * @param name as it may be sorted by: {@code count}, {@code sum_amount}
     * @param field null for the count of records
     */
    public record Measure(
            String name, Function function, @Nullable Field<?> field) {}

    /** Sorted by the dimension, or after all dimensions the measure, at this place. */
    public record Order(int place, boolean descending) {}
}
