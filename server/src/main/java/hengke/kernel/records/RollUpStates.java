package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ComputationJson;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SummedUp;
import hengke.kernel.money.Books;
import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Computes roll-ups for records that were there before them, in batches of a transaction each: it goes on after a kill
 * where it was. Whoever changes a child meanwhile computes its parent at once, so the order does not matter.
 */
public final class RollUpStates {
    private static final int BATCH = 500;
    /** Until every node knows of the roll-up and keeps it. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Table<Record> STATES = table(name("roll_up_state"));
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private final DSLContext database;
    private final LiveCatalog live;
    private final RollUpKeeping keeping;

    public RollUpStates(DSLContext database, LiveCatalog live, RollUpFilters filters, Books books) {
        this.database = database;
        this.live = live;
        this.keeping = new RollUpKeeping(live, filters, books);
    }

    /**
     * How far one is.
     *
     * @param percent of the records there are
     */
    public record State(String field, boolean done, int percent) {}

    /** Computes what is not computed yet. */
    public void compute() {
        Catalog catalog = live.current();
        for (ObjectDefinition child : catalog.objects()) {
            for (SummedUp rollUp : catalog.rollUps(child)) {
                if (due(rollUp)) {
                    while (computeSome(rollUp)) {
                        // each batch is a transaction of its own
                    }
                }
            }
        }
    }

    /** A roll-up that is new or means something else begins anew. */
    private boolean due(SummedUp rollUp) {
        String definition = ComputationJson.write(rollUp.rollUp()).toString();
        database.execute(
                """
                insert into roll_up_state (object, field, definition) values ({0}, {1}, {2})
                on conflict (object, field) do update
                set definition = excluded.definition, computed_to = 0, since = now(), done_at = null
                where roll_up_state.definition <> excluded.definition""", DSL.val(rollUp.parent().name()), DSL.val(rollUp.field().name()), DSL.val(definition));
        return database.fetchExists(DSL.selectOne()
                .from(STATES)
                .where(its(rollUp))
                .and("done_at is null and since < now() - {0} * interval '1 second'", DSL.val(SETTLING.toSeconds())));
    }

    private boolean computeSome(SummedUp rollUp) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            Long from = transaction
                    .select(field(name("computed_to"), SQLDataType.BIGINT))
                    .from(STATES)
                    .where(its(rollUp))
                    .forUpdate()
                    .fetchOne(0, Long.class);
            List<Long> ids = transaction
                    .select(ID)
                    .from(table(name(rollUp.parent().table())))
                    .where(ID.gt(from == null ? 0 : from))
                    .orderBy(ID)
                    .limit(BATCH)
                    .forNoKeyUpdate()
                    .fetch(ID);
            if (ids.isEmpty()) {
                transaction
                        .update(STATES)
                        .set(field("done_at"), (Object) DSL.field("now()"))
                        .where(its(rollUp))
                        .execute();
                return false;
            }
            keeping.compute(transaction, List.of(rollUp), ids);
            transaction
                    .update(STATES)
                    .set(field("computed_to"), (Object) ids.getLast())
                    .where(its(rollUp))
                    .execute();
            return true;
        });
    }

    private static org.jooq.Condition its(SummedUp rollUp) {
        return its(rollUp.parent(), rollUp.field());
    }

    private static org.jooq.Condition its(ObjectDefinition parent, Field<?> rollUp) {
        return field(name("object"), SQLDataType.CLOB)
                .eq(parent.name())
                .and(field(name("field"), SQLDataType.CLOB).eq(rollUp.name()));
    }

    /** How far the roll-ups of an object are; one that has not begun is not listed. */
    public List<State> of(ObjectDefinition parent) {
        Long last =
                database.select(DSL.max(ID)).from(table(name(parent.table()))).fetchOne(0, Long.class);
        long all = last == null ? 0 : last;
        return database.select(
                        field("field", String.class),
                        field("computed_to", Long.class),
                        field("done_at is not null", Boolean.class))
                .from(STATES)
                .where(field(name("object"), SQLDataType.CLOB).eq(parent.name()))
                .orderBy(field("field"))
                .fetch(row -> {
                    boolean done = row.value3();
                    long percent = all == 0 ? 0 : Math.min(99, row.value2() * 100 / all);
                    return new State(row.value1(), done, done ? 100 : (int) percent);
                });
    }

    /** Computes a roll-up of every record anew, after something went past the product. */
    public void again(ObjectDefinition parent, Field<?> rollUp) {
        int found = database.update(STATES)
                .set(field("computed_to"), (Object) 0L)
                .setNull(field("done_at"))
                .where(its(parent, rollUp))
                .execute();
        if (found == 0) {
            throw new Refusal.NotFound();
        }
    }
}
