package hengke.capability.pipeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Every step of every record from stage to stage: only ever added to, so that durations can be reckoned anew. */
public final class StageLog {
    private static final Table<Record> LOG = table(name("stage_step"));
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<String> PIPELINE = field(name("pipeline"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> FROM = field(name("from_stage"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> TO = field(name("to_stage"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OPERATION = field(name("operation"), SQLDataType.BIGINT);

    private StageLog() {}

    /**
     * One step.
     *
     * @param from null: it was not there before
     * @param to null: it is there no more
     */
    public record Step(
            long record,
            Instant at,
            @Nullable String pipeline,
            @Nullable String from,
            @Nullable String to,
            long actor) {}

    static void append(DSLContext database, ObjectDefinition object, long operation, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var insert = database.insertInto(LOG).columns(OBJECT, RECORD, AT, PIPELINE, FROM, TO, ACTOR, OPERATION);
        for (Step step : steps) {
            insert = insert.values(
                    object.name(), step.record, step.at, step.pipeline, step.from, step.to, step.actor, operation);
        }
        insert.execute();
    }

    /** When a record came into the first of its stages, as SQL over its row. */
    public static org.jooq.Field<Instant> first(Alias row) {
        return field(
                select(min(AT)).from(LOG).where(OBJECT.eq(inline(row.object().name())), RECORD.eq(row.id())));
    }

    /** The steps of one record, oldest first. */
    public static List<Step> of(DSLContext database, ObjectDefinition object, long record) {
        return database.select(AT, PIPELINE, FROM, TO, ACTOR)
                .from(LOG)
                .where(OBJECT.eq(object.name()), RECORD.eq(record))
                .orderBy(field(name("id")))
                .fetch(row ->
                        new Step(record, row.get(AT), row.get(PIPELINE), row.get(FROM), row.get(TO), row.get(ACTOR)));
    }
}
