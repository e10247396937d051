package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Bound;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The deals of customers as one set of rows, whichever objects they come from. */
@Component
public final class Purchases {
    /** The columns of the set. */
    public static final Field<Long> CUSTOMER = DSL.field(DSL.name("p", "customer"), SQLDataType.BIGINT);

    public static final Field<String> OBJECT = DSL.field(DSL.name("p", "object"), SQLDataType.CLOB);
    public static final Field<Long> RECORD = DSL.field(DSL.name("p", "record"), SQLDataType.BIGINT);
    /** By the clock of the company. */
    public static final Field<LocalDate> DAY = DSL.field(DSL.name("p", "day"), SQLDataType.LOCALDATE);
    /** In the company's currency. */
    public static final Field<BigDecimal> AMOUNT = DSL.field(DSL.name("p", "amount"), SQLDataType.NUMERIC);
    /** A negative amount takes back and is no deal. */
    public static final Condition DEAL = DSL.condition("{0} >= 0", AMOUNT);

    private final PurchaseSources sources;
    private final LiveOrganisation organisation;

    Purchases(PurchaseSources sources, LiveOrganisation organisation) {
        this.sources = sources;
        this.organisation = organisation;
    }

    /** Which of a source's records count beside its own filter, e.g. those that somebody may see. */
    @FunctionalInterface
    public interface Further {
        Criterion of(ObjectDefinition source);
    }

    /** Whatever the source itself counts. */
    static final Further ALL = _ -> Criterion.ALWAYS;

    /** Every deal and return of these customers until this day, a row each; no source, no row. */
    public Table<?> of(ObjectDefinition object, Function<Field<Long>, Condition> customers, LocalDate until) {
        return of(sources.of(object).bound(), customers, ALL, until);
    }

    /** The same of those that also meet a condition. */
    public Table<?> of(
            ObjectDefinition object, Function<Field<Long>, Condition> customers, Further further, LocalDate until) {
        return of(sources.of(object).bound(), customers, further, until);
    }

    Table<?> of(List<Bound> bound, Function<Field<Long>, Condition> customers, Further further, LocalDate until) {
        return bound.stream()
                .<Select<Record>>map(source -> rows(source, customers, further, until))
                .reduce(Select::unionAll)
                .orElseGet(Purchases::none)
                .asTable("p");
    }

    private Select<Record> rows(
            Bound source, Function<Field<Long>, Condition> customers, Further further, LocalDate until) {
        Alias row = Alias.of(source.object());
        return DSL.select(columns(source, row, amount(source, row)))
                .from(row.table())
                .where(counts(source, row, customers, further, until));
    }

    private List<Field<?>> columns(Bound source, Alias row, Field<BigDecimal> amount) {
        return List.of(
                customer(source, row).as("customer"),
                DSL.inline(source.object().name()).as("object"),
                row.id().as("record"),
                day(source, row).as("day"),
                amount.as("amount"));
    }

    private static Field<Long> customer(Bound source, Alias row) {
        return row.column(source.customer()).coerce(Long.class);
    }

    private static Field<BigDecimal> amount(Bound source, Alias row) {
        return DSL.coalesce(row.column(source.amount()).coerce(SQLDataType.NUMERIC), DSL.inline(BigDecimal.ZERO));
    }

    private Field<LocalDate> day(Bound source, Alias row) {
        Field<?> at = row.column(source.at());
        return source.at().type() instanceof DateType
                ? at.coerce(SQLDataType.LOCALDATE)
                : DSL.field(
                        "({0} at time zone {1})::date",
                        SQLDataType.LOCALDATE,
                        at,
                        DSL.inline(organisation.get().company().timeZone().getId()));
    }

    private Condition counts(
            Bound source, Alias row, Function<Field<Long>, Condition> customers, Further further, LocalDate until) {
        return DSL.and(
                row.living(),
                customers.apply(customer(source, row)),
                CriterionSql.of(Criterion.all(source.filter(), further.of(source.object())), row),
                day(source, row).le(until));
    }

    private static Select<Record> none() {
        return DSL.select(List.<Field<?>>of(
                        DSL.castNull(SQLDataType.BIGINT).as("customer"),
                        DSL.castNull(SQLDataType.CLOB).as("object"),
                        DSL.castNull(SQLDataType.BIGINT).as("record"),
                        DSL.castNull(SQLDataType.LOCALDATE).as("day"),
                        DSL.castNull(SQLDataType.NUMERIC).as("amount")))
                .where(DSL.falseCondition());
    }
}
