package hengke.kernel.query;

import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Aggregate.Grain;
import hengke.kernel.query.Aggregate.Measure;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a summary. The records come from parts that exclude each other, one for each reason to see a record,
 * so nothing is counted twice and nothing is sorted out of an "or".
 */
final class AggregateQuery {
    private static final int DIGITS_OF_AN_AVERAGE = 6;

    private final Aggregate aggregate;
    private final @Nullable Except except;
    private final Alias row;
    private final Visible visible;

    /**
     * Records that are left out.
     *
     * @param keys the groups of the dimension to which they belong; null for what is absent
     */
    record Except(Dimension dimension, List<@Nullable Object> keys) {}

    AggregateQuery(Selection selection, Aggregate aggregate, @Nullable Except except) {
        this.aggregate = aggregate;
        this.except = except;
        this.row = Alias.of(selection.object());
        this.visible = new Visible(selection, row);
    }

    /** The groups, one more than the limit; empty when nothing can be found. */
    Optional<Select<Record>> groups() {
        List<Field<Object>> keys = keys(aggregate.dimensions());
        return figures(aggregate.dimensions()).map(figures -> {
            List<SelectField<?>> columns = new ArrayList<>(keys);
            columns.addAll(read());
            return DSL.select(columns).from(figures).orderBy(order()).limit(DSL.inline(aggregate.limit() + 1));
        });
    }

    /** The figures over all records; here a list does not multiply its record. */
    Optional<Select<Record>> totals() {
        return figures(List.of()).map(figures -> DSL.select(read()).from(figures));
    }

    /** The figures as they are read: the database sums whole numbers up to decimals. */
    private List<SelectField<?>> read() {
        return IntStream.range(0, aggregate.measures().size())
                .<SelectField<?>>mapToObj(i ->
                        made(i).coerce(figure(aggregate.measures().get(i), i).getDataType()))
                .toList();
    }

    /** A table of keys and figures. Figures of several grains are made apart and put side by side. */
    private Optional<Table<?>> figures(List<Dimension> dimensions) {
        List<Field<Object>> keys = keys(dimensions);
        List<Grain> grains = aggregate.grains();
        List<Select<Record>> each = grains.stream()
                .flatMap(grain -> grouped(grain, dimensions).stream())
                .toList();
        if (each.size() <= 1) {
            return each.stream().findFirst().map(only -> only.asTable("figures"));
        }
        List<SelectField<?>> columns = new ArrayList<>(keys);
        for (int i = 0; i < aggregate.measures().size(); i++) {
            columns.add(DSL.max(made(i)).as(made(i)));
        }
        return each.stream()
                .reduce(Select::unionAll)
                .map(all -> DSL.select(columns)
                        .from(all.asTable("apart"))
                        .groupBy(keys)
                        .asTable("figures"));
    }

    /** The groups of one grain; measures of others are left empty. */
    private Optional<Select<Record>> grouped(Grain grain, List<Dimension> dimensions) {
        List<Field<Object>> keys = keys(dimensions);
        List<Dimension> all = new ArrayList<>(dimensions);
        Condition kept = DSL.noCondition();
        if (except != null) {
            kept = DSL.not(among(key(except.dimension(), all.size()), except.keys()));
            all.add(except.dimension());
        }
        Condition where = kept;
        return records(grain, all).map(records -> {
            List<SelectField<?>> columns = new ArrayList<>(keys);
            for (int i = 0; i < aggregate.measures().size(); i++) {
                Measure measure = aggregate.measures().get(i);
                Field<?> figure = figure(measure, i);
                columns.add((measure.grain().equals(grain) ? figure : DSL.castNull(figure.getDataType())).as(made(i)));
            }
            return DSL.select(columns).from(records).where(where).groupBy(keys);
        });
    }

    /** Never null itself. */
    private static Condition among(Field<Object> key, List<@Nullable Object> keys) {
        List<Object> present = keys.stream()
                .<Object>mapMulti((each, to) -> {
                    if (each != null) {
                        to.accept(each);
                    }
                })
                .toList();
        Condition named = DSL.condition("({0}) is true", key.eq(DSL.any(CheckSql.array(present, key))));
        return keys.contains(null) ? named.or(key.isNull()) : named;
    }

    Summary.Group read(Record record) {
        List<@Nullable Object> all = new ArrayList<>(record.intoList());
        int keys = all.size() - aggregate.measures().size();
        List<@Nullable Object> values = all.subList(keys, all.size());
        // a group that only another grain knows has none of this one's records
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null && aggregate.measures().get(i).counts()) {
                values.set(i, 0L);
            }
        }
        return new Summary.Group(all.subList(0, keys), values);
    }

    /** The figures of no record at all. */
    List<@Nullable Object> nothing() {
        List<@Nullable Object> nothing = new ArrayList<>();
        for (Measure measure : aggregate.measures()) {
            nothing.add(measure.counts() ? 0L : null);
        }
        return nothing;
    }

    /** The records of a grain with the keys of the groups they belong to. */
    private Optional<Table<?>> records(Grain grain, List<Dimension> dimensions) {
        return visible.parts().stream()
                .map(part -> part(part, grain, dimensions))
                .reduce(Select::unionAll)
                .map(all -> grain instanceof Grain.Above
                        ? DSL.selectDistinct(DSL.asterisk()).from(all.asTable("each"))
                        : all)
                .map(all -> all.asTable("every"));
    }

    private Select<Record> part(Criterion criterion, Grain grain, List<Dimension> dimensions) {
        Joins joins = new Joins(row);
        List<SelectField<?>> columns = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            Field<?> value = joins.along(dimension.path()).column(dimension.field());
            if (dimension.isList()) {
                value = joins.members(value, i);
            }
            if (dimension.bucket() instanceof Bucket.Department(Map<Long, Long> of)) {
                value = joins.departments(value, of, i);
            }
            columns.add(bucket(dimension, value).as(key(dimension, i)));
        }
        Alias measured = switch (grain) {
            case Grain.Own _ -> row;
            case Grain.Above(List<Aggregate.Through> path) -> joins.along(path);
            case Grain.Below below -> joins.below(below);
        };
        if (grain instanceof Grain.Above) {
            columns.add(measured.id().as("_id"));
        }
        for (int i = 0; i < aggregate.measures().size(); i++) {
            Measure measure = aggregate.measures().get(i);
            if (measure.grain().equals(grain)) {
                columns.add(value(measure, measured).as(figure(i)));
            }
        }
        return DSL.select(columns).from(joins.table()).where(visible.condition(criterion));
    }

    /** What of a record a measure takes; nothing of one that its filter leaves out. */
    private static Field<?> value(Measure measure, Alias of) {
        var field = measure.field();
        Field<?> value = field == null ? DSL.inline(1) : of.column(field);
        return measure.where() instanceof Criterion.Always
                ? value
                : DSL.field(
                        "case when {0} then {1} end", value.getDataType(), CriterionSql.of(measure.where(), of), value);
    }

    private static Field<?> bucket(Dimension dimension, Field<?> value) {
        return switch (dimension.bucket()) {
            case Bucket.Whole _, Bucket.Department _ -> value;
            case Bucket.Level(int digits) -> DSL.left(CheckSql.<String>typed(value), DSL.inline(digits));
            case Bucket.Ranges(List<BigDecimal> limits) ->
                DSL.field(
                        "width_bucket(cast({0} as numeric), {1})",
                        Integer.class,
                        value,
                        DSL.inline(limits.toArray(BigDecimal[]::new), SQLDataType.NUMERIC.array()));
            case Bucket.Period(Bucket.Unit unit, ZoneId zone, FiscalYear year) ->
                LocalTime.start(unit, value, zone, year);
            case Bucket.Recurring(Bucket.Part part, ZoneId zone) -> LocalTime.part(part, value, zone);
        };
    }

    private Field<?> figure(Measure measure, int place) {
        Field<?> column =
                measure.field() == null ? figure(place) : figure(place).coerce(type(measure));
        Field<BigDecimal> number = figure(place).coerce(BigDecimal.class);
        return switch (measure.function()) {
            case COUNT -> counted(measure, place);
            case COUNT_DISTINCT -> DSL.field("count(distinct {0})", Long.class, column);
            case SUM -> column.getType() == Long.class ? DSL.sum(number).coerce(Long.class) : DSL.sum(number);
            case AVG -> DSL.round(DSL.avg(number), DSL.inline(DIGITS_OF_AN_AVERAGE));
            case MIN -> DSL.min(column);
            case MAX -> DSL.max(column);
            case MEDIAN -> percentile(new BigDecimal("0.5"), number);
            case PERCENTILE -> percentile(measure.share(), number);
        };
    }

    private static Field<?> counted(Measure measure, int place) {
        return measure.where() instanceof Criterion.Always && measure.grain() instanceof Grain.Own
                ? DSL.field("count(*)", Long.class)
                : DSL.field("count({0})", Long.class, figure(place));
    }

    /** Between two values, rounded as an average is: the database reckons it with floating numbers. */
    private static Field<BigDecimal> percentile(BigDecimal share, Field<BigDecimal> number) {
        return DSL.field(
                "round(cast(percentile_cont({0}) within group (order by {1}) as numeric), {2})",
                BigDecimal.class, DSL.inline(share), number, DSL.inline(DIGITS_OF_AN_AVERAGE));
    }

    private DataType<?> type(Measure measure) {
        var field = Objects.requireNonNull(measure.field());
        return Alias.of(measure.grain().object(row.object())).column(field).getDataType();
    }

    /** As asked, then by the dimensions, so that the same question gives the same answer. */
    private List<SortField<?>> order() {
        int dimensions = aggregate.dimensions().size();
        Stream<Aggregate.Order> rest = IntStream.range(0, dimensions).mapToObj(i -> new Aggregate.Order(i, false));
        return Stream.concat(aggregate.order().stream(), rest)
                .<SortField<?>>map(order -> {
                    Field<?> by = order.place() < dimensions
                            ? compared(aggregate.dimensions().get(order.place()), order.place())
                            : made(order.place() - dimensions);
                    return (order.descending() ? by.desc() : by.asc()).nullsLast();
                })
                .toList();
    }

    private static Field<?> compared(Dimension dimension, int place) {
        Field<Object> key = key(dimension, place);
        return dimension.bucket() instanceof Bucket.Whole ? SortKey.ordered(dimension.field(), key) : key;
    }

    private static List<Field<Object>> keys(List<Dimension> dimensions) {
        return IntStream.range(0, dimensions.size())
                .mapToObj(i -> key(dimensions.get(i), i))
                .toList();
    }

    private static Field<Object> key(Dimension dimension, int place) {
        DataType<?> main = dimension.field().type().columns().getFirst().type();
        DataType<?> type = switch (dimension.bucket()) {
            case Bucket.Whole _, Bucket.Department _ -> dimension.isList() ? Joins.member(main) : main;
            case Bucket.Level _ -> SQLDataType.CLOB;
            case Bucket.Period _ -> SQLDataType.LOCALDATE;
            case Bucket.Recurring _, Bucket.Ranges _ -> SQLDataType.INTEGER;
        };
        return CheckSql.typed(DSL.field(DSL.name("_k" + place), type));
    }

    /** The value that a measure takes of each record. */
    private static Field<Object> figure(int place) {
        return DSL.field(DSL.name("_m" + place));
    }

    /** The measure, made. */
    private static Field<Object> made(int place) {
        return DSL.field(DSL.name("_f" + place));
    }
}
