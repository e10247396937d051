package hengke.capability.pipeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Every tick of a task in a stage, and every tick taken away: only ever added to. */
public final class TaskLog {
    private static final Table<Record> LOG = table(name("stage_task_tick"));
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> TASK = field(name("task"), SQLDataType.CLOB);
    private static final org.jooq.Field<Boolean> DONE = field(name("done"), SQLDataType.BOOLEAN);
    private static final org.jooq.Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);

    private TaskLog() {}

    /**
     * One of them.
     *
     * @param done false: it was taken away
     */
    public record Tick(long record, String task, boolean done, Instant at, long actor) {}

    static void append(DSLContext database, ObjectDefinition object, List<Tick> ticks) {
        if (ticks.isEmpty()) {
            return;
        }
        var insert = database.insertInto(LOG).columns(OBJECT, RECORD, TASK, DONE, AT, ACTOR);
        for (Tick tick : ticks) {
            insert = insert.values(object.name(), tick.record, tick.task, tick.done, tick.at, tick.actor);
        }
        insert.execute();
    }

    /** Those by which the tasks of a record are done. */
    public static List<Tick> standing(DSLContext database, ObjectDefinition object, long record) {
        return database
                .select(TASK, DONE, AT, ACTOR)
                .distinctOn(TASK)
                .from(LOG)
                .where(OBJECT.eq(object.name()), RECORD.eq(record))
                .orderBy(TASK, field(name("id")).desc())
                .fetch(row -> new Tick(record, row.get(TASK), row.get(DONE), row.get(AT), row.get(ACTOR)))
                .stream()
                .filter(Tick::done)
                .toList();
    }
}
