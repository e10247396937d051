package hengke.kernel.query;

import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Aggregate.Function;
import hengke.kernel.query.Aggregate.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final Alias row;
    private final Visible visible;

    AggregateQuery(Selection selection, Aggregate aggregate) {
        this.aggregate = aggregate;
        this.row = Alias.of(selection.object());
        this.visible = new Visible(selection, row);
    }

    /** The groups, one more than the limit; empty when nothing can be found. */
    Optional<Select<Record>> groups() {
        List<Field<Object>> keys = IntStream.range(0, aggregate.dimensions().size())
                .mapToObj(this::key)
                .toList();
        return records(aggregate.dimensions()).map(records -> {
            List<SelectField<?>> columns = new ArrayList<>(keys);
            columns.addAll(figures());
            return DSL.select(columns)
                    .from(records)
                    .groupBy(keys)
                    .orderBy(order())
                    .limit(DSL.inline(aggregate.limit() + 1));
        });
    }

    /** The figures over all records; here a list does not multiply its record. */
    Optional<Select<Record>> totals() {
        return records(List.of()).map(records -> DSL.select(figures()).from(records));
    }

    Summary.Group read(Record record) {
        List<@Nullable Object> all = new ArrayList<>(record.intoList());
        int keys = all.size() - aggregate.measures().size();
        return new Summary.Group(all.subList(0, keys), all.subList(keys, all.size()));
    }

    /** The figures of no record at all. */
    List<@Nullable Object> nothing() {
        List<@Nullable Object> nothing = new ArrayList<>();
        for (Measure measure : aggregate.measures()) {
            boolean counts = measure.function() == Function.COUNT || measure.function() == Function.COUNT_DISTINCT;
            nothing.add(counts ? 0L : null);
        }
        return nothing;
    }

    private Optional<Table<?>> records(List<Dimension> dimensions) {
        return visible.parts().stream()
                .map(part -> part(part, dimensions))
                .reduce(Select::unionAll)
                .map(all -> all.asTable("every"));
    }

    private Select<Record> part(Criterion criterion, List<Dimension> dimensions) {
        Table<?> from = row.table();
        List<SelectField<?>> columns = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            Aggregate.Through through = dimension.through();
            Alias owner = through == null ? row : row.beside(through.target(), i);
            if (through != null) {
                from = from.leftJoin(owner.table())
                        .on(CriterionSql.pointsAt(through.reference(), row, owner))
                        .and(owner.living())
                        .and(CriterionSql.filter(through.seen(), owner));
            }
            Field<?> value = owner.column(dimension.field());
            if (dimension.isList()) {
                Table<?> members = DSL.unnest(value).as("m" + i, "member");
                from = from.leftJoin(DSL.lateral(members)).on(DSL.trueCondition());
                value = DSL.field(DSL.name("m" + i, "member"), member(value.getDataType()));
            }
            columns.add(bucket(dimension, value).as(key(i)));
        }
        for (int i = 0; i < aggregate.measures().size(); i++) {
            var measured = aggregate.measures().get(i).field();
            columns.add(
                    measured == null
                            ? DSL.inline(1).as(figure(i))
                            : row.column(measured).as(figure(i)));
        }
        return DSL.select(columns).from(from).where(visible.condition(criterion));
    }

    private static DataType<?> member(DataType<?> list) {
        return Objects.requireNonNull(list.getArrayComponentDataType());
    }

    private static Field<?> bucket(Dimension dimension, Field<?> value) {
        return switch (dimension.bucket()) {
            case Bucket.Whole _ -> value;
            case Bucket.Level(int digits) -> DSL.left(CheckSql.<String>typed(value), DSL.inline(digits));
            case Bucket.Period(Bucket.Unit unit, var zone) ->
                DSL.field(
                        "cast(date_trunc({0}, {1}) as date)",
                        LocalDate.class,
                        DSL.inline(unit.name().toLowerCase(Locale.ROOT)),
                        value.getType() == LocalDate.class
                                ? value.cast(SQLDataType.LOCALDATETIME)
                                : DSL.field("{0} at time zone {1}", value, DSL.inline(zone.getId())));
        };
    }

    private List<SelectField<?>> figures() {
        List<SelectField<?>> figures = new ArrayList<>();
        for (int i = 0; i < aggregate.measures().size(); i++) {
            figures.add(figure(aggregate.measures().get(i), i).as("_f" + i));
        }
        return figures;
    }

    private Field<?> figure(Measure measure, int place) {
        var measured = measure.field();
        Field<?> column = measured == null ? figure(place) : figure(place).coerce(row.column(measured));
        Field<BigDecimal> number = figure(place).coerce(BigDecimal.class);
        return switch (measure.function()) {
            case COUNT -> DSL.field("count(*)", Long.class);
            case COUNT_DISTINCT -> DSL.field("count(distinct {0})", Long.class, column);
            case SUM -> column.getType() == Long.class ? DSL.sum(number).coerce(Long.class) : DSL.sum(number);
            case AVG -> DSL.round(DSL.avg(number), DSL.inline(DIGITS_OF_AN_AVERAGE));
            case MIN -> DSL.min(column);
            case MAX -> DSL.max(column);
        };
    }

    /** As asked, then by the dimensions, so that the same question gives the same answer. */
    private List<SortField<?>> order() {
        int dimensions = aggregate.dimensions().size();
        Stream<Aggregate.Order> rest = IntStream.range(0, dimensions).mapToObj(i -> new Aggregate.Order(i, false));
        return Stream.concat(aggregate.order().stream(), rest)
                .<SortField<?>>map(order -> {
                    Field<?> by = order.place() < dimensions
                            ? compared(aggregate.dimensions().get(order.place()), key(order.place()))
                            : DSL.field(DSL.name("_f" + (order.place() - dimensions)));
                    return (order.descending() ? by.desc() : by.asc()).nullsLast();
                })
                .toList();
    }

    private static Field<?> compared(Dimension dimension, Field<Object> key) {
        return dimension.bucket() instanceof Bucket.Whole ? SortKey.ordered(dimension.field(), key) : key;
    }

    private Field<Object> key(int place) {
        Dimension dimension = aggregate.dimensions().get(place);
        DataType<?> main = dimension.field().type().columns().getFirst().type();
        DataType<?> type = switch (dimension.bucket()) {
            case Bucket.Whole _ -> dimension.isList() ? member(main) : main;
            case Bucket.Level _ -> SQLDataType.CLOB;
            case Bucket.Period _ -> SQLDataType.LOCALDATE;
        };
        return CheckSql.typed(DSL.field(DSL.name("_k" + place), type));
    }

    private static Field<Object> figure(int place) {
        return DSL.field(DSL.name("_m" + place));
    }
}
