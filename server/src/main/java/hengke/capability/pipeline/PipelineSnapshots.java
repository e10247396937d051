package hengke.capability.pipeline;

import hengke.capability.owner.Owned;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.InOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes once a day how every open record stands, so that one can ask later what has changed since. One statement for
 * each object and day; of two nodes that would do it at the same time one does.
 */
@Component
public final class PipelineSnapshots {
    private final DSLContext database;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Clock clock;

    private final LivePipelines pipelines;
    private final List<LearntChance> learnt;

    PipelineSnapshots(
            DSLContext database,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Clock clock,
            LivePipelines pipelines,
            List<LearntChance> learnt) {
        this.database = database;
        this.catalog = catalog;
        this.organisation = organisation;
        this.clock = clock;
        this.pipelines = pipelines;
        this.learnt = List.copyOf(learnt);
    }

    /** Takes those of today that there are not yet. */
    public void take() {
        catalog.current().objects().stream()
                .filter(object -> object.has(Pipelined.class))
                .forEach(this::take);
    }

    private void take(ObjectDefinition object) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, organisation.get().company().timeZone());
        database.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            categorise(within, object);
            boolean first = within.execute("""
                            insert into pipeline_snapshot_day (object, day, taken_at)
                            values (?, cast(? as date), cast(? as timestamptz)) on conflict do nothing
                            """, object.name(), today, now) == 1;
            if (first) {
                copy(within, object, today);
            }
        });
    }

    /** What was open before there were categories gets that of its stage. */
    private void categorise(DSLContext within, ObjectDefinition object) {
        Pipelined fields = LivePipelines.pipelined(object);
        org.jooq.Field<String> category = DSL.field(DSL.name(Pipelined.FORECAST.column()), SQLDataType.CLOB);
        org.jooq.Field<String> of = DSL.inline((String) null, SQLDataType.CLOB);
        for (Pipeline pipeline : pipelines.of(object).all()) {
            for (Pipeline.Stage stage : pipeline.stages()) {
                of = DSL.when(
                                DSL.field(DSL.name(fields.pipeline().column()), SQLDataType.CLOB)
                                        .eq(DSL.inline(pipeline.key()))
                                        .and(DSL.field(DSL.name(fields.stage().column()), SQLDataType.CLOB)
                                                .eq(DSL.inline(stage.key()))),
                                DSL.inline(stage.category().wire()))
                        .otherwise(of);
            }
        }
        InOrder.update(
                within,
                object.table(),
                Map.of(category, of),
                DSL.field(DSL.name(Pipelined.OUTCOME.column()), SQLDataType.CLOB)
                        .eq(DSL.inline(Pipelined.OPEN))
                        .and(category.isNull())
                        .and(of.isNotNull()));
    }

    private void copy(DSLContext within, ObjectDefinition object, LocalDate today) {
        Pipelined fields = LivePipelines.pipelined(object);
        Alias row = Alias.of(object);
        org.jooq.Field<Long> owner = object.has(Owned.class)
                ? row.column(Owned.OWNER).coerce(SQLDataType.BIGINT)
                : DSL.inline((Long) null, SQLDataType.BIGINT);
        org.jooq.Field<BigDecimal> chance = learnt.stream()
                .flatMap(each -> each.of(row).stream())
                .findFirst()
                .orElseGet(() -> DSL.inline((BigDecimal) null, SQLDataType.NUMERIC));
        within.insertInto(
                        DSL.table(DSL.name("pipeline_snapshot")),
                        DSL.field(DSL.name("object"), SQLDataType.CLOB),
                        DSL.field(DSL.name("day"), SQLDataType.LOCALDATE),
                        DSL.field(DSL.name("record_id"), SQLDataType.BIGINT),
                        DSL.field(DSL.name("pipeline"), SQLDataType.CLOB),
                        DSL.field(DSL.name("stage"), SQLDataType.CLOB),
                        DSL.field(DSL.name("amount"), SQLDataType.NUMERIC),
                        DSL.field(DSL.name("expected"), SQLDataType.LOCALDATE),
                        DSL.field(DSL.name("owner"), SQLDataType.BIGINT),
                        DSL.field(DSL.name("probability"), SQLDataType.NUMERIC),
                        DSL.field(DSL.name("learnt"), SQLDataType.NUMERIC),
                        DSL.field(DSL.name("category"), SQLDataType.CLOB))
                .select(DSL.select(
                                DSL.inline(object.name()),
                                DSL.val(today),
                                row.id(),
                                row.column(fields.pipeline()).coerce(SQLDataType.CLOB),
                                row.column(fields.stage()).coerce(SQLDataType.CLOB),
                                row.column(fields.amount()).coerce(SQLDataType.NUMERIC),
                                row.column(fields.expected()).coerce(SQLDataType.LOCALDATE),
                                owner,
                                row.column(Pipelined.PROBABILITY).coerce(SQLDataType.NUMERIC),
                                chance,
                                row.column(Pipelined.FORECAST).coerce(SQLDataType.CLOB))
                        .from(row.table())
                        .where(row.living(), CriterionSql.of(Criterion.is(Pipelined.OUTCOME, Pipelined.OPEN), row)))
                .execute();
    }

    /** The days of which there is one. */
    public NavigableSet<LocalDate> days(ObjectDefinition object) {
        return new TreeSet<>(database.fetch("select day from pipeline_snapshot_day where object = ?", object.name())
                .map(row -> row.get("day", LocalDate.class)));
    }

    /**
     * How records stood at the beginning of a day, all together; what nobody noted then is null.
     *
     * @param open all that was open, whenever it was expected
     * @param byStage what was expected in a period, by its probability
     * @param byModel the same by what the model of then said
     * @param commit what was expected in it and committed
     */
    public record Stood(
            LocalDate day,
            BigDecimal open,
            @Nullable BigDecimal byStage,
            @Nullable BigDecimal byModel,
            @Nullable BigDecimal commit) {}

    /**
     * How the records of these people stood on some days, or those of everybody, and what of them was expected from a day
     * until before another. Whose a record was follows the snapshot; of one from before that was noted, whose it is now.
     */
    public List<Stood> stood(
            ObjectDefinition object,
            Collection<LocalDate> days,
            LocalDate from,
            LocalDate until,
            Optional<Set<Long>> people) {
        org.jooq.Field<Long> owner = DSL.coalesce(
                DSL.field(DSL.name("s", "owner"), SQLDataType.BIGINT),
                object.has(Owned.class)
                        ? DSL.field(DSL.name("r", Owned.OWNER.column()), SQLDataType.BIGINT)
                        : DSL.inline((Long) null, SQLDataType.BIGINT));
        return database.fetch(
                        """
                        with stood as (
                            select s.day, coalesce(s.amount, 0) as amount, s.probability, s.learnt, s.category,
                                s.expected >= {2} and s.expected < {3} as due
                            from pipeline_snapshot s left join {4} r on r.id = s.record_id
                            where s.object = {0} and s.day = any({1}) and {5})
                        select day, sum(amount) as open,
                            sum(amount * probability / 100) filter (where due and category <> 'omitted') as by_stage,
                            count(*) filter (where due and (probability is null or category is null)) as unknown,
                            sum(amount * learnt / 100) filter (where due and category <> 'omitted') as by_model,
                            count(*) filter (where due and learnt is null) as unlearnt,
                            count(*) filter (where due) as due,
                            sum(amount) filter (where due and category = 'commit') as committed
                        from stood group by day""",
                        DSL.val(object.name()),
                        DSL.val(days.toArray(LocalDate[]::new)),
                        DSL.val(from),
                        DSL.val(until),
                        DSL.table(DSL.name(object.table())),
                        people.map(some -> owner.eq(DSL.any(some.toArray(Long[]::new))))
                                .orElseGet(DSL::noCondition))
                .map(PipelineSnapshots::stood);
    }

    private static Stood stood(org.jooq.Record row) {
        boolean known = row.get("unknown", Long.class) == 0;
        boolean learnt = known && row.get("due", Long.class) > 0 && row.get("unlearnt", Long.class) == 0;
        return new Stood(
                row.get("day", LocalDate.class),
                row.get("open", BigDecimal.class),
                known ? orNothing(row.get("by_stage", BigDecimal.class)) : null,
                learnt ? orNothing(row.get("by_model", BigDecimal.class)) : null,
                known ? orNothing(row.get("committed", BigDecimal.class)) : null);
    }

    private static BigDecimal orNothing(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /** The newest day up to this one of which there is one; else the first there is. */
    public Optional<LocalDate> dayUpTo(ObjectDefinition object, LocalDate wanted) {
        return database.fetchOptional("""
                        select day from pipeline_snapshot_day where object = ?
                        order by day <= cast(? as date) desc,
                            case when day <= cast(? as date) then day end desc, day limit 1
                        """, object.name(), wanted, wanted).map(row -> row.get("day", LocalDate.class));
    }
}
