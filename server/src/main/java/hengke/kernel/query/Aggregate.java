package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.TextListType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A grouped summary that is known to make sense. */
public record Aggregate(List<Dimension> dimensions, List<Measure> measures, List<Order> order, int limit) {

    public Aggregate {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        order = List.copyOf(order);
    }

    /**
     * Are totals the sums of all groups? Not those of averages, not where a list counts its record more than once, and
     * not where a record behind a reference is counted in several groups.
     */
    public boolean addsUp() {
        return dimensions.stream().noneMatch(Dimension::isList)
                && measures.stream().allMatch(Measure::addsUp);
    }

    /** The same figures by some of the dimensions only, all of them and in their own order. */
    public Aggregate by(List<Integer> some) {
        return new Aggregate(some.stream().map(dimensions::get).toList(), measures, List.of(), limit);
    }

    /** What is counted or summed: each measure is taken at its own grain, and never once for each row of a join. */
    List<Grain> grains() {
        return measures.stream().map(Measure::grain).distinct().toList();
    }

    /**
     * By what is grouped. A list counts its record once for each member.
     *
     * @param name as it may be sorted by: the path as it was asked for
     * @param path the references crossed, first one first; empty for a field of the object itself
     */
    public record Dimension(String name, List<Through> path, Field<?> field, Bucket bucket) {
        public Dimension {
            path = List.copyOf(path);
        }

        public boolean isList() {
            return field.type() instanceof TextListType || field.type() instanceof IdListType;
        }

        /** The object the field belongs to. */
        public ObjectDefinition owner(ObjectDefinition start) {
            return path.isEmpty() ? start : path.getLast().target();
        }
    }

    /** A reference crossed; records that may not be seen behind it count as absent. */
    public record Through(Field<?> reference, ObjectDefinition target, Criterion seen) {}

    /** Of which records a figure is. */
    public sealed interface Grain {
        /** Those the question is about. */
        record Own() implements Grain {}

        /** Those behind references: each once in a group, however many point at it. */
        record Above(List<Through> path) implements Grain {
            public Above {
                path = List.copyOf(path);
            }
        }

        /** Those that point at the records the question is about, as far as they may be seen. */
        record Below(Catalog.Child child, Criterion seen) implements Grain {}

        Grain OWN = new Own();

        /** The object whose records are counted. */
        default ObjectDefinition object(ObjectDefinition start) {
            return switch (this) {
                case Own _ -> start;
                case Above(List<Through> path) -> path.getLast().target();
                case Below(Catalog.Child child, Criterion _) -> child.object();
            };
        }
    }

    /** What of a value makes the group. */
    public sealed interface Bucket {
        /** The value itself. */
        record Whole() implements Bucket {}

        /** The first day of the period a time lies in, as the company's calendar has it. */
        record Period(Unit unit, ZoneId zone, FiscalYear year) implements Bucket {}

        /** What recurs: the day of the week, the month of the year, the hour of the day, as a number. */
        record Recurring(Part part, ZoneId zone) implements Bucket {}

        /** The first digits of a region's code. */
        record Level(int digits) implements Bucket {}

        /** The department of a person, by the person. */
        record Department(Map<Long, Long> of) implements Bucket {
            public static final String WIRE = "department";

            public Department {
                of = Map.copyOf(of);
            }
        }

        /** How many of the limits, which ascend, a number has reached. */
        record Ranges(List<BigDecimal> limits) implements Bucket {
            public Ranges {
                limits = List.copyOf(limits);
            }
        }

        /** A period of the calendar or of the year of business; weeks begin on Monday. */
        enum Unit {
            DAY("day"),
            WEEK("week"),
            MONTH("month"),
            QUARTER("quarter"),
            YEAR("year"),
            FISCAL_QUARTER("fiscalQuarter"),
            FISCAL_YEAR("fiscalYear");

            private final String wire;

            Unit(String wire) {
                this.wire = wire;
            }

            public String wire() {
                return wire;
            }
        }

        /** A part of a time; Monday is 1. */
        enum Part {
            WEEKDAY("weekday", "isodow", 1, 7),
            MONTH_OF_YEAR("monthOfYear", "month", 1, 12),
            HOUR("hour", "hour", 0, 23);

            private final String wire;
            private final String sql;
            private final int first;
            private final int last;

            Part(String wire, String sql, int first, int last) {
                this.wire = wire;
                this.sql = sql;
                this.first = first;
                this.last = last;
            }

            public int first() {
                return first;
            }

            public int last() {
                return last;
            }

            /** The part of a time as the company's clocks show it. */
            int of(LocalDateTime local) {
                return switch (this) {
                    case WEEKDAY -> local.getDayOfWeek().getValue();
                    case MONTH_OF_YEAR -> local.getMonthValue();
                    case HOUR -> local.getHour();
                };
            }

            public String wire() {
                return wire;
            }

            String sql() {
                return sql;
            }
        }
    }

    /** What is computed of a group. */
    public enum Function {
        COUNT("count"),
        COUNT_DISTINCT("countDistinct"),
        SUM("sum"),
        AVG("avg"),
        MIN("min"),
        MAX("max"),
        /** Half of the values are below; between two of them, the middle. */
        MEDIAN("median"),
        /** A share of the values is below; between two of them, what lies at that share of the way. */
        PERCENTILE("percentile");

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
     * @param grain of which records
     * @param field of those records; null for their number
     * @param where those of them only
     * @param share for a percentile: how much lies below, more than 0 and less than 1
     */
    public record Measure(
            String name,
            Function function,
            Grain grain,
            @Nullable Field<?> field,
            Criterion where,
            BigDecimal share) {
        private boolean addsUp() {
            return !(grain instanceof Grain.Above) && (function == Function.COUNT || function == Function.SUM);
        }

        /** Where there is nothing it is nought, not absent. */
        public boolean counts() {
            return function == Function.COUNT || function == Function.COUNT_DISTINCT;
        }
    }

    /** Sorted by the dimension, or after all dimensions the measure, at this place. */
    public record Order(int place, boolean descending) {}
}
