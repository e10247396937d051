package hengke.receivables;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long what is owed has been due (账龄), by customer or by who is in charge of the contract or order: in one
 * statement, of the terms that somebody sees, in the company's currency.
 */
@Component
public final class Ageing {
    /** How many customers or people are told; the total is of all. */
    public static final int MOST = 500;

    private final PaymentPlan plan;
    private final LiveCatalog live;
    private final Access access;
    private final DSLContext database;

    Ageing(PaymentPlan plan, LiveCatalog live, Access access, DSLContext database) {
        this.plan = plan;
        this.live = live;
        this.access = access;
        this.database = database;
    }

    /** What the debts are grouped by. */
    public enum By {
        CUSTOMER,
        OWNER;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<By> of(String wire) {
            return Arrays.stream(values()).filter(by -> by.wire().equals(wire)).findFirst();
        }
    }

    /**
     * How long something has been due, in days.
     *
     * @param from at least; null: not yet due
     * @param to at most; null: without end
     */
    public record Bucket(@Nullable Integer from, @Nullable Integer to) {}

    /** Not yet due, and the four of the field's custom. */
    public static final List<Bucket> BUCKETS = List.of(
            new Bucket(null, 0), new Bucket(1, 30), new Bucket(31, 60), new Bucket(61, 90), new Bucket(91, null));

    /**
     * What is owed by one of them.
     *
     * @param key a customer or a person; null where there is none, and for the total
     * @param terms how many terms are open
     * @param parts by bucket
     */
    public record Line(@Nullable Long key, long terms, BigDecimal all, List<BigDecimal> parts) {}

    /** The total, and those who owe most first. */
    public record Aged(Line total, List<Line> lines, boolean more) {}

    public Aged on(Actor actor, LocalDate today, By by) {
        ObjectDefinition plans = live.current().object(plan.name());
        if (!Stream.<Field<?>>of(plan.amount, plan.received, plan.dueDate, plan.status, plan.customer)
                .allMatch(field -> access.readsThroughout(actor, plans, field))) {
            throw new Refusal.Forbidden(Message.of("receivables.hidden"));
        }
        Alias row = Alias.of(plans);
        org.jooq.Field<BigDecimal> open =
                number(row, plan.amount).minus(DSL.coalesce(number(row, plan.received), BigDecimal.ZERO));
        org.jooq.Field<LocalDate> due = row.column(plan.dueDate).coerce(SQLDataType.LOCALDATE);
        org.jooq.Field<Long> key = by == By.CUSTOMER
                ? row.column(plan.customer).coerce(SQLDataType.BIGINT)
                : owner(actor, UnderBill.CONTRACT, "c").nvl(owner(actor, UnderBill.ORDER, "o"));
        org.jooq.Field<BigDecimal> sum = DSL.coalesce(DSL.sum(open), BigDecimal.ZERO);
        List<SelectField<?>> asked = Stream.<SelectField<?>>concat(
                        Stream.of(key.as("key"), DSL.grouping(key).as("whole"), DSL.count(), sum),
                        BUCKETS.stream()
                                .map(bucket -> DSL.coalesce(
                                        DSL.sum(open).filterWhere(within(due, today, bucket)), BigDecimal.ZERO)))
                .toList();
        Criterion seen = Criterion.all(
                Criterion.in(plan.status, PaymentPlan.UNSETTLED),
                access.visibility(actor, plans, Verb.READ).criterion());
        List<Record> found = database.select(asked)
                .from(by == By.CUSTOMER ? row.table() : withBills(row))
                .where(row.living(), CriterionSql.of(seen, row))
                .groupBy(DSL.groupingSets(List.of(key), List.of()))
                .orderBy(DSL.field(DSL.name("whole")).desc(), sum.desc(), DSL.field(DSL.name("key")))
                .limit(MOST + 2)
                .fetch()
                .map(Record.class::cast);
        List<Line> lines = found.stream().skip(1).limit(MOST).map(Ageing::line).toList();
        return new Aged(line(found.getFirst()), lines, found.size() > MOST + 1);
    }

    private static Line line(Record row) {
        return new Line(
                row.get(0, Long.class),
                row.get(2, Long.class),
                row.get(3, BigDecimal.class),
                BUCKETS.stream()
                        .map(bucket -> row.get(4 + BUCKETS.indexOf(bucket), BigDecimal.class))
                        .toList());
    }

    private static org.jooq.Field<BigDecimal> number(Alias row, Field<?> field) {
        return row.column(field).coerce(SQLDataType.NUMERIC);
    }

    private static Condition within(org.jooq.Field<LocalDate> due, LocalDate today, Bucket bucket) {
        return DSL.and(
                bucket.from() == null ? DSL.noCondition() : due.le(today.minusDays(bucket.from())),
                bucket.to() == null ? DSL.noCondition() : due.ge(today.minusDays(bucket.to())));
    }

    /** Who is in charge, as far as one may know it. */
    private org.jooq.Field<Long> owner(Actor actor, String object, String alias) {
        ObjectDefinition bill = live.current().object(object);
        return access.readsThroughout(actor, bill, Owned.OWNER)
                ? DSL.field(DSL.name(alias, Owned.OWNER.column()), SQLDataType.BIGINT)
                : DSL.castNull(SQLDataType.BIGINT);
    }

    private Table<?> withBills(Alias row) {
        Table<?> contracts = bills(UnderBill.CONTRACT, "c");
        Table<?> orders = bills(UnderBill.ORDER, "o");
        return row.table()
                .leftJoin(contracts)
                .on(DSL.field(DSL.name("c", "id"), SQLDataType.BIGINT)
                        .eq(row.column(plan.contract).coerce(SQLDataType.BIGINT)))
                .leftJoin(orders)
                .on(DSL.field(DSL.name("o", "id"), SQLDataType.BIGINT)
                        .eq(row.column(plan.order).coerce(SQLDataType.BIGINT)));
    }

    private Table<?> bills(String object, String alias) {
        return DSL.table(DSL.name(live.current().object(object).table())).as(DSL.name(alias));
    }
}
